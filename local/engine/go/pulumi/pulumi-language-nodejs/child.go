package main

import (
	"context"
	"os/exec"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// How long a child process may take to end after it was asked to.
const terminationGrace = 2 * time.Second

// childProcesses are the Node processes now running, each the leader of a process group of its own.
type childProcesses struct {
	mutex   sync.Mutex
	running map[int]struct{}
	ending  bool
}

var children = &childProcesses{running: map[int]struct{}{}}

// run starts the command, calls wait, which must wait for it, and returns wait's error. The child's whole process group ends when the
// context does.
func (c *childProcesses) run(ctx context.Context, command *exec.Cmd, wait func() error) error {
	// Linux sends the child's death signal when the thread that started it ends, not the process: keep that thread.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()

	command.SysProcAttr = childAttributes()
	if err := c.start(command); err != nil {
		return err
	}
	group := command.Process.Pid
	finished := make(chan struct{})
	var watcher sync.WaitGroup
	watcher.Add(1)
	go func() {
		defer watcher.Done()
		select {
		case <-ctx.Done():
			endGroup(group, finished)
		case <-finished:
		}
	}()
	err := wait()
	close(finished)
	watcher.Wait()
	c.mutex.Lock()
	delete(c.running, group)
	c.mutex.Unlock()
	return err
}

func (c *childProcesses) start(command *exec.Cmd) error {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.ending {
		return context.Canceled
	}
	if err := command.Start(); err != nil {
		return err
	}
	c.running[command.Process.Pid] = struct{}{}
	return nil
}

// terminate ends all children and refuses new ones.
func (c *childProcesses) terminate() {
	c.mutex.Lock()
	c.ending = true
	groups := make([]int, 0, len(c.running))
	for group := range c.running {
		groups = append(groups, group)
	}
	c.mutex.Unlock()

	var all sync.WaitGroup
	for _, group := range groups {
		all.Add(1)
		go func() {
			defer all.Done()
			endGroup(group, nil)
		}()
	}
	all.Wait()
}

// endGroup asks a process group to end, and kills what is left of it after the grace period.
func endGroup(group int, finished <-chan struct{}) {
	_ = syscall.Kill(-group, syscall.SIGTERM)
	deadline := time.NewTimer(terminationGrace)
	defer deadline.Stop()
	poll := time.NewTicker(20 * time.Millisecond)
	defer poll.Stop()
	for {
		select {
		case <-finished:
			_ = syscall.Kill(-group, syscall.SIGKILL)
			return
		case <-deadline.C:
			_ = syscall.Kill(-group, syscall.SIGKILL)
			return
		case <-poll.C:
			if syscall.Kill(-group, 0) == syscall.ESRCH {
				return
			}
		}
	}
}
