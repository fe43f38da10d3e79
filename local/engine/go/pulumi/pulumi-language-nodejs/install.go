package main

import (
	"fmt"
	"path/filepath"

	"github.com/blang/semver"
	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// InstallDependencies runs the package manager's install. Of a plugin whose dependencies are all there it leaves the folder alone: the
// engine asks for every local component package each time, and installing one that is part of an npm workspace, for production as the
// engine wants it, removes the development dependencies of the whole workspace.
func (host *languageHost) InstallDependencies(
	request *pulumirpc.InstallDependenciesRequest, stream pulumirpc.LanguageRuntime_InstallDependenciesServer,
) error {
	directory := installDirectory(request)
	if request.IsPlugin && installed(directory) {
		return nil
	}
	options, err := parseOptions(request.GetInfo().GetOptions())
	if err != nil {
		return err
	}
	closer, stdout, stderr, err := rpcutil.MakeInstallDependenciesStreams(stream, request.IsTerminal)
	if err != nil {
		return err
	}
	defer closer.Close()
	fmt.Fprintln(stdout, "Installing dependencies...")
	manager, err := npm.Install(stream.Context(), options.packageManager, directory, request.IsPlugin, stdout, stderr)
	if err != nil {
		return fmt.Errorf("%s install failed in %s: %w", manager, directory, err)
	}
	fmt.Fprintln(stdout, "Finished installing dependencies")
	return closer.Close()
}

func installDirectory(request *pulumirpc.InstallDependenciesRequest) string {
	if directory := request.GetInfo().GetProgramDirectory(); directory != "" {
		return directory
	}
	return request.Directory
}

// installed tells whether everything that the folder's package.json needs in production is there, in the version asked for where that is
// a single one.
func installed(directory string) bool {
	wanted, err := readManifest(directory)
	if err != nil {
		return false
	}
	for name, version := range wanted.Dependencies {
		folder, found := findUpwards(directory, filepath.Join("node_modules", filepath.FromSlash(name)))
		if !found {
			return false
		}
		there, err := readManifest(folder)
		if err != nil {
			return false
		}
		if _, err := semver.Parse(version); err == nil && there.Version != version {
			return false
		}
	}
	return true
}
