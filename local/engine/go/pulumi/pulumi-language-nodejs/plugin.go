package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"

	"github.com/pulumi/pulumi/sdk/v3"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// The engine's name for a policy pack among the kinds of plugins.
const policyPackKind = "analyzer"

//go:embed launcher.mjs
var launcher string

// RunPlugin runs a component package or a policy pack until it ends or the engine hangs up.
func (host *languageHost) RunPlugin(
	request *pulumirpc.RunPluginRequest, stream pulumirpc.LanguageRuntime_RunPluginServer,
) error {
	if request.AttachDebugger {
		return unsupported("attaching a debugger; pass --inspect-brk in runtime.options.nodeargs instead")
	}
	ctx := stream.Context()
	sender := &orderedStream{LanguageRuntime_RunPluginServer: stream}
	closer, stdout, stderr, err := rpcutil.MakeRunPluginStreams(sender, false)
	if err != nil {
		return err
	}
	defer closer.Close()

	options, err := parseOptions(request.Info.GetOptions())
	switch {
	case err != nil:
	case request.Kind != policyPackKind:
		err = runComponentPackage(ctx, request, stdout, stderr)
	case options.analyzer != "":
		err = runAnalyzer(ctx, options, request, stdout, stderr)
	default:
		err = runPolicyPack(ctx, request, stdout, stderr)
	}
	if closeErr := closer.Close(); closeErr != nil && err == nil {
		return closeErr
	}
	exit := &exec.ExitError{}
	if errors.As(err, &exit) {
		return sender.Send(&pulumirpc.RunPluginResponse{
			Output: &pulumirpc.RunPluginResponse_Exitcode{Exitcode: int32(exit.ExitCode())},
		})
	}
	return err
}

func runComponentPackage(
	ctx context.Context, request *pulumirpc.RunPluginRequest, stdout, stderr io.Writer,
) error {
	arguments := append([]string{request.Info.ProgramDirectory}, request.Args...)
	command, err := sdkCommand(request.Info, "run-plugin", arguments)
	if err != nil {
		return err
	}
	command.Dir = request.Pwd
	command.Env = request.Env
	command.Stdout = stdout
	command.Stderr = stderr
	return children.run(ctx, command, command.Wait)
}

// runAnalyzer runs a policy pack that answers the engine by itself. A proxy between them would decode and encode each resource twice.
func runAnalyzer(
	ctx context.Context, options runtimeOptions, request *pulumirpc.RunPluginRequest, stdout, stderr io.Writer,
) error {
	directory := request.Info.ProgramDirectory
	arguments := append([]string{filepath.Join(directory, options.analyzer)}, request.Args...)
	command, err := nodeCommand(options, directory, arguments...)
	if err != nil {
		return err
	}
	command.Dir = request.Pwd
	command.Env = request.Env
	command.Stdout = stdout
	command.Stderr = stderr
	return children.run(ctx, command, command.Wait)
}

// runPolicyPack runs a policy pack behind a proxy, because the engine tells the stack's configuration in a call, and the SDK wants it in
// the pack's environment.
func runPolicyPack(ctx context.Context, request *pulumirpc.RunPluginRequest, stdout, stderr io.Writer) error {
	proxy, packOutput, err := sdk.NewPolicyProxy(ctx, stdout)
	if err != nil {
		return fmt.Errorf("cannot serve the policy pack %s: %w", request.Info.ProgramDirectory, err)
	}
	stack, err := proxy.AwaitConfiguration(ctx)
	if err != nil {
		return err
	}
	environment, err := policyPackEnvironment(stack)
	if err != nil {
		return err
	}
	// The SDK's launcher of policy packs takes the engine's address before the pack, and hands the rest on to the pack.
	arguments := []string{request.Info.ProgramDirectory}
	arguments = append(engineAddressOf(request.Args), arguments...)
	command, err := sdkCommand(request.Info, "run-policy-pack", arguments)
	if err != nil {
		return err
	}
	command.Dir = request.Pwd
	command.Env = append(request.Env, environment...)
	command.Stdout = packOutput
	command.Stderr = stderr
	return children.run(ctx, command, func() error { return proxy.Attach(ctx, command) })
}

// engineAddressOf is the last argument: log and tracing flags come before it.
func engineAddressOf(arguments []string) []string {
	if len(arguments) == 0 {
		return []string{""}
	}
	return arguments[len(arguments)-1:]
}

// policyPackEnvironment is what the SDK reads about the stack. Without a stack (publishing a pack, for instance) there is nothing to say.
func policyPackEnvironment(stack *pulumirpc.AnalyzerStackConfigureRequest) ([]string, error) {
	if stack == nil {
		return nil, nil
	}
	configuration, err := json.Marshal(orEmpty(stack.Config))
	if err != nil {
		return nil, err
	}
	secretKeys, err := json.Marshal(append([]string{}, stack.ConfigSecretKeys...))
	if err != nil {
		return nil, err
	}
	environment := []string{
		"PULUMI_CONFIG=" + string(configuration),
		"PULUMI_CONFIG_SECRET_KEYS=" + string(secretKeys),
	}
	for name, value := range map[string]string{
		"ORGANIZATION": stack.Organization,
		"PROJECT":      stack.Project,
		"STACK":        stack.Stack,
		"DRY_RUN":      strconv.FormatBool(stack.DryRun),
	} {
		environment = append(environment, "PULUMI_NODEJS_"+name+"="+value, "PULUMI_"+name+"="+value)
	}
	return environment, nil
}

// sdkCommand runs an entry point of the SDK. Those for plugins always put ts-node between Node.js and .ts files; where the options say
// that there is to be none, our launcher takes the entry point's place.
func sdkCommand(info *pulumirpc.ProgramInfo, entry string, arguments []string) (*exec.Cmd, error) {
	options, err := parseOptions(info.GetOptions())
	if err != nil {
		return nil, err
	}
	sdkDirectory, err := findSDK(info.ProgramDirectory)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(sdkDirectory, "cmd", entry)
	if options.typescript {
		return nodeCommand(options, info.ProgramDirectory, append([]string{path}, arguments...)...)
	}
	if entry == "run-policy-pack" {
		arguments = arguments[1:]
	}
	arguments = append([]string{"--input-type=module", "--eval", launcher, "--", path}, arguments...)
	return nodeCommand(options, info.ProgramDirectory, arguments...)
}

// orderedStream lets stdout and stderr, each copied by a goroutine of its own, share a stream, which takes one sender at a time.
type orderedStream struct {
	pulumirpc.LanguageRuntime_RunPluginServer
	mutex sync.Mutex
}

func (s *orderedStream) Send(response *pulumirpc.RunPluginResponse) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.LanguageRuntime_RunPluginServer.Send(response)
}
