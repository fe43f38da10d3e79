package main

import (
	"fmt"

	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	"google.golang.org/protobuf/types/known/structpb"
)

// runtimeOptions are runtime.options of Pulumi.yaml, PulumiPolicy.yaml and PulumiPlugin.yaml, with the names and defaults of the
// official host.
type runtimeOptions struct {
	// Run .ts files through ts-node; default true. False leaves them to Node.js, which strips types itself since 22.18.
	typescript bool
	// Path of the tsconfig.json for ts-node; default the working directory's.
	tsconfig string
	// Arguments for the node process, in shell syntax; default none.
	nodeArguments string
	// auto (default), npm, yarn, pnpm or bun.
	packageManager npm.PackageManagerType
	// Of a policy pack: its file that serves the engine's analyzer protocol in full, handshake and stack configuration included; default
	// none, which puts the SDK's launcher and a proxy before the pack. The official host does not know this option, and ignores it.
	analyzer string
}

func parseOptions(options *structpb.Struct) (runtimeOptions, error) {
	result := runtimeOptions{typescript: true, packageManager: npm.AutoPackageManager}
	for name, value := range options.GetFields() {
		switch name {
		case "typescript":
			flag, ok := value.AsInterface().(bool)
			if !ok {
				return result, fmt.Errorf("runtime option typescript is %v: allowed are true and false", value.AsInterface())
			}
			result.typescript = flag
		case "tsconfig":
			result.tsconfig = value.GetStringValue()
		case "nodeargs":
			result.nodeArguments = value.GetStringValue()
		case "analyzer":
			result.analyzer = value.GetStringValue()
		case "packagemanager":
			manager := npm.PackageManagerType(value.GetStringValue())
			switch manager {
			case npm.AutoPackageManager, npm.NpmPackageManager, npm.YarnPackageManager, npm.PnpmPackageManager, npm.BunPackageManager:
				result.packageManager = manager
			default:
				return result, fmt.Errorf("runtime option packagemanager is %v: allowed are auto, npm, yarn, pnpm and bun",
					value.AsInterface())
			}
		}
	}
	return result, nil
}
