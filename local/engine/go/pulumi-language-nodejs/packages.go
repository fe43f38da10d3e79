package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/pulumi/pulumi/sdk/v3/go/common/resource/plugin"
	"github.com/pulumi/pulumi/sdk/v3/nodejs/npm"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// GetRequiredPlugins answers engines that do not know packages yet.
func (host *languageHost) GetRequiredPlugins(
	_ context.Context, request *pulumirpc.GetRequiredPluginsRequest,
) (*pulumirpc.GetRequiredPluginsResponse, error) {
	packages, err := requiredPackages(request.GetInfo().GetProgramDirectory())
	if err != nil {
		return nil, err
	}
	response := &pulumirpc.GetRequiredPluginsResponse{}
	for _, required := range packages {
		response.Plugins = append(response.Plugins, &pulumirpc.PluginDependency{
			Name: required.Name, Kind: required.Kind, Version: required.Version, Server: required.Server,
		})
	}
	return response, nil
}

// GetRequiredPackages lists the provider plugins that the installed npm packages stand for.
func (host *languageHost) GetRequiredPackages(
	_ context.Context, request *pulumirpc.GetRequiredPackagesRequest,
) (*pulumirpc.GetRequiredPackagesResponse, error) {
	packages, err := requiredPackages(request.GetInfo().GetProgramDirectory())
	if err != nil {
		return nil, err
	}
	return &pulumirpc.GetRequiredPackagesResponse{Packages: packages}, nil
}

// requiredPackages reads the package.json of every package in the program's node_modules, and in those of the folders between it and the
// root of its npm workspace, nested node_modules included. It does not look inside packages: SDKs hold thousands of folders.
func requiredPackages(directory string) ([]*pulumirpc.PackageDependency, error) {
	root, err := npm.FindWorkspaceRoot(directory)
	if errors.Is(err, npm.ErrNotInWorkspace) {
		root = directory
	} else if err != nil {
		return nil, err
	}
	search := &packageSearch{seen: map[string]struct{}{}, known: map[string]struct{}{}}
	for {
		search.nodeModules(filepath.Join(directory, "node_modules"))
		parent := filepath.Dir(directory)
		if directory == root || parent == directory {
			return search.found, errors.Join(search.problems...)
		}
		directory = parent
	}
}

type packageSearch struct {
	seen     map[string]struct{} // real paths of packages
	known    map[string]struct{} // plugins already found
	found    []*pulumirpc.PackageDependency
	problems []error
}

func (s *packageSearch) nodeModules(directory string) {
	entries, err := os.ReadDir(directory)
	if err != nil {
		return // no node_modules here
	}
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case strings.HasPrefix(name, "@"):
			scoped, err := os.ReadDir(filepath.Join(directory, name))
			if err != nil {
				continue
			}
			for _, inner := range scoped {
				s.packageFolder(filepath.Join(directory, name, inner.Name()))
			}
		default:
			s.packageFolder(filepath.Join(directory, name))
		}
	}
}

func (s *packageSearch) packageFolder(directory string) {
	real, err := filepath.EvalSymlinks(directory)
	if err != nil {
		return // a dangling link
	}
	if _, again := s.seen[real]; again {
		return
	}
	s.seen[real] = struct{}{}
	manifest := filepath.Join(real, "package.json")
	content, err := os.ReadFile(manifest)
	if err != nil {
		return // not a package
	}
	if bytes.Contains(content, []byte(`"pulumi"`)) {
		required, err := requirement(content)
		if err != nil {
			s.problems = append(s.problems, fmt.Errorf("%s: %w", manifest, err))
		} else if required != nil {
			s.add(required)
		}
	}
	s.nodeModules(filepath.Join(real, "node_modules"))
}

func (s *packageSearch) add(required *pulumirpc.PackageDependency) {
	parameters := required.GetParameterization()
	identity := strings.Join([]string{required.Name, required.Version, parameters.GetName(), parameters.GetVersion()}, "@")
	if _, again := s.known[identity]; again {
		return
	}
	s.known[identity] = struct{}{}
	s.found = append(s.found, required)
}

// requirement reads the "pulumi" section of a package.json: nil when it asks for no plugin. Without a name there, the plugin is called
// like the package, which must then be one of @pulumi; without a version, it has the package's.
func requirement(manifest []byte) (*pulumirpc.PackageDependency, error) {
	// Only an object can ask for a plugin: some packages say "pulumi": true or name a version there.
	var shape struct {
		Pulumi json.RawMessage `json:"pulumi"`
	}
	if err := json.Unmarshal(manifest, &shape); err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(bytes.TrimSpace(shape.Pulumi), []byte("{")) {
		return nil, nil
	}
	var npmPackage struct {
		Name    string                  `json:"name"`
		Version string                  `json:"version"`
		Pulumi  plugin.PulumiPluginJSON `json:"pulumi"`
	}
	if err := json.Unmarshal(manifest, &npmPackage); err != nil {
		return nil, err
	}
	if !npmPackage.Pulumi.Resource {
		return nil, nil
	}
	required := &pulumirpc.PackageDependency{
		Kind:    "resource",
		Name:    npmPackage.Pulumi.Name,
		Version: npmPackage.Pulumi.Version,
		Server:  npmPackage.Pulumi.Server,
	}
	if required.Name == "" {
		name, ours := strings.CutPrefix(npmPackage.Name, "@pulumi/")
		if !ours {
			return nil, errors.New(`"pulumi" has no "name", which only packages of @pulumi may leave out`)
		}
		required.Name = name
	}
	if required.Version == "" {
		required.Version = npmPackage.Version
	}
	if required.Version == "" {
		return nil, errors.New(`neither "version" nor "pulumi.version" is there`)
	}
	required.Version = "v" + strings.TrimPrefix(required.Version, "v")
	required.Parameterization = parameterization(npmPackage.Pulumi.Parameterization)
	required.Extension = parameterization(npmPackage.Pulumi.ExtensionParameterization)
	return required, nil
}

func parameterization(source *plugin.PulumiParameterizationJSON) *pulumirpc.PackageParameterization {
	if source == nil {
		return nil
	}
	return &pulumirpc.PackageParameterization{Name: source.Name, Version: source.Version, Value: source.Value}
}
