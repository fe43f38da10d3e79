package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/google/shlex"
)

// findNode returns the Node.js that a program in the directory runs on: the one that its package.json, or that of a folder above,
// brings as a dependency (npm package "node"), else the one on PATH.
func findNode(directory string) (string, error) {
	if node, ok := findUpwards(directory, filepath.Join("node_modules", ".bin", "node")); ok {
		return node, nil
	}
	node, err := exec.LookPath("node")
	if err != nil {
		return "", fmt.Errorf("no node in %s/node_modules/.bin, in the folders above, or on PATH: install Node.js 22.18 or later, "+
			"or run npm install", directory)
	}
	return node, nil
}

// findSDK returns the folder of the @pulumi/pulumi that Node.js would load from the directory.
func findSDK(directory string) (string, error) {
	manifest, ok := findUpwards(directory, filepath.Join("node_modules", "@pulumi", "pulumi", "package.json"))
	if !ok {
		return "", fmt.Errorf("@pulumi/pulumi is not installed for %s: run npm install there", directory)
	}
	return filepath.EvalSymlinks(filepath.Dir(manifest))
}

// findUpwards looks for the relative path in the directory, then in each folder above it.
func findUpwards(directory, relative string) (string, bool) {
	for {
		candidate := filepath.Join(directory, relative)
		if _, err := os.Stat(candidate); err == nil {
			return candidate, true
		}
		parent := filepath.Dir(directory)
		if parent == directory {
			return "", false
		}
		directory = parent
	}
}

// nodeCommand is a Node.js process for code of the program's directory: its arguments are the runtime option nodeargs, then those given.
func nodeCommand(options runtimeOptions, directory string, arguments ...string) (*exec.Cmd, error) {
	node, err := findNode(directory)
	if err != nil {
		return nil, err
	}
	nodeArguments, err := shlex.Split(options.nodeArguments)
	if err != nil {
		return nil, fmt.Errorf("runtime option nodeargs %q: %w", options.nodeArguments, err)
	}
	return exec.Command(node, append(nodeArguments, arguments...)...), nil
}

func nodeVersion(node string) (string, error) {
	output, err := exec.Command(node, "--version").Output()
	if err != nil {
		return "", fmt.Errorf("%s --version: %w", node, err)
	}
	version := strings.TrimSpace(string(output))
	if version == "" {
		return "", errors.New(node + " --version printed nothing")
	}
	return version, nil
}
