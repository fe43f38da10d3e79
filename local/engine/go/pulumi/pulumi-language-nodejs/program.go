package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// The SDK's exit code for "the user has been told what is wrong": nothing needs to be added.
const exitAfterActionableMessage = 32

// Run runs a program until it ends. A failure of the program is part of the response; an error means that it could not be run.
func (host *languageHost) Run(ctx context.Context, request *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	if request.AttachDebugger {
		return nil, unsupported("attaching a debugger; pass --inspect-brk in runtime.options.nodeargs instead")
	}
	command, err := host.programCommand(request)
	if err != nil {
		return &pulumirpc.RunResponse{Error: err.Error()}, nil
	}
	// The engine reads the host's own output.
	command.Stdout = os.Stdout
	command.Stderr = os.Stderr
	err = children.run(ctx, command, command.Wait)
	return programResult(err), nil
}

func programResult(err error) *pulumirpc.RunResponse {
	if err == nil {
		return &pulumirpc.RunResponse{}
	}
	exit := &exec.ExitError{}
	if !errors.As(err, &exit) {
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("the program could not be run: %v", err)}
	}
	switch code := exit.ExitCode(); code {
	case exitAfterActionableMessage:
		return &pulumirpc.RunResponse{Bail: true}
	case -1:
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("the program was ended: %v", exit.ProcessState)}
	default:
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("the program ended with exit code %d", code)}
	}
}

func (host *languageHost) programCommand(request *pulumirpc.RunRequest) (*exec.Cmd, error) {
	info := request.Info
	options, err := parseOptions(info.GetOptions())
	if err != nil {
		return nil, err
	}
	directory := info.GetProgramDirectory()
	sdk, err := findSDK(directory)
	if err != nil {
		return nil, err
	}

	arguments := []string{filepath.Join(sdk, "cmd", "run")}
	flag := func(name, value string) {
		if value != "" {
			arguments = append(arguments, "--"+name, value)
		}
	}
	flag("monitor", request.MonitorAddress)
	flag("engine", host.engineAddress)
	flag("organization", request.Organization)
	flag("project", request.Project)
	flag("root-directory", info.GetRootDirectory())
	flag("stack", request.Stack)
	flag("pwd", request.Pwd)
	flag("parallel", strconv.Itoa(int(request.Parallel)))
	flag("tracing", host.tracing)
	if request.DryRun {
		arguments = append(arguments, "--dry-run")
	}
	arguments = append(arguments, entryPoint(info))
	arguments = append(arguments, request.Args...)

	command, err := nodeCommand(options, directory, arguments...)
	if err != nil {
		return nil, err
	}
	command.Dir = directory
	configuration, err := json.Marshal(orEmpty(request.Config))
	if err != nil {
		return nil, err
	}
	secretKeys, err := json.Marshal(append([]string{}, request.ConfigSecretKeys...))
	if err != nil {
		return nil, err
	}
	command.Env = append(os.Environ(),
		"PULUMI_CONFIG="+string(configuration),
		"PULUMI_CONFIG_SECRET_KEYS="+string(secretKeys))
	if options.typescript {
		command.Env = append(command.Env, "PULUMI_NODEJS_TYPESCRIPT=true")
	}
	if options.tsconfig != "" {
		command.Env = append(command.Env, "PULUMI_NODEJS_TSCONFIG_PATH="+options.tsconfig)
	}
	return command, nil
}

// entryPoint is "." when Pulumi.yaml names none, which lets the SDK look it up in package.json; else an absolute path.
func entryPoint(info *pulumirpc.ProgramInfo) string {
	switch entry := info.GetEntryPoint(); {
	case entry == "" || entry == ".":
		return "."
	case filepath.IsAbs(entry):
		return entry
	default:
		return filepath.Join(info.GetProgramDirectory(), entry)
	}
}

func orEmpty(configuration map[string]string) map[string]string {
	if configuration == nil {
		return map[string]string{}
	}
	return configuration
}
