package main

import "syscall"

// A group of its own, so that a child ends together with what it started; and the kernel kills it when the host is killed.
func childAttributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
