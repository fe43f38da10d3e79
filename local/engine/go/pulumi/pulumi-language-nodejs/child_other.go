//go:build !linux

package main

import "syscall"

// A group of its own, so that a child ends together with what it started.
func childAttributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true}
}
