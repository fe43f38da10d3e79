package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pulumi/pulumi/sdk/v3/go/common/resource/plugin"
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

// requiredPackages follows the dependencies that the program's package.json declares, as Node.js would resolve them, through those of the
// packages found, and collects what they say about plugins. A plugin of an undeclared package is found by the engine when it is used.
func requiredPackages(directory string) ([]*pulumirpc.PackageDependency, error) {
	program, err := readManifest(directory)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	search := &packageSearch{seen: map[string]struct{}{}, known: map[string]struct{}{}}
	search.dependencies(directory, program.Dependencies)
	search.dependencies(directory, program.DevDependencies)
	search.dependencies(directory, program.OptionalDependencies)
	return search.found, errors.Join(search.problems...)
}

// manifest is what matters here of a package.json.
type manifest struct {
	Name                 string            `json:"name"`
	Version              string            `json:"version"`
	Pulumi               json.RawMessage   `json:"pulumi"`
	Dependencies         map[string]string `json:"dependencies"`
	DevDependencies      map[string]string `json:"devDependencies"`
	OptionalDependencies map[string]string `json:"optionalDependencies"`
	PeerDependencies     map[string]string `json:"peerDependencies"`
}

func readManifest(directory string) (*manifest, error) {
	path := filepath.Join(directory, "package.json")
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	result := &manifest{}
	if err := json.Unmarshal(content, result); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return result, nil
}

type packageSearch struct {
	seen     map[string]struct{} // real paths of packages
	known    map[string]struct{} // plugins already found
	found    []*pulumirpc.PackageDependency
	problems []error
}

func (s *packageSearch) dependencies(directory string, declared map[string]string) {
	for _, name := range slices.Sorted(maps.Keys(declared)) {
		path, installed := findUpwards(directory, filepath.Join("node_modules", filepath.FromSlash(name)))
		if !installed {
			continue // Node.js will say so when the program needs it.
		}
		real, err := filepath.EvalSymlinks(path)
		if err != nil {
			s.problems = append(s.problems, err)
			continue
		}
		if _, again := s.seen[real]; again {
			continue
		}
		s.seen[real] = struct{}{}
		s.packageFolder(real)
	}
}

func (s *packageSearch) packageFolder(directory string) {
	content, err := readManifest(directory)
	if err != nil {
		s.problems = append(s.problems, err)
		return
	}
	required, err := requirement(content)
	if err != nil {
		s.problems = append(s.problems, fmt.Errorf("%s: %w", directory, err))
	} else if required != nil {
		s.add(required)
	}
	s.dependencies(directory, content.Dependencies)
	s.dependencies(directory, content.OptionalDependencies)
	s.dependencies(directory, content.PeerDependencies)
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
func requirement(npmPackage *manifest) (*pulumirpc.PackageDependency, error) {
	// Only an object can ask for a plugin: some packages say "pulumi": true.
	if !bytes.HasPrefix(bytes.TrimSpace(npmPackage.Pulumi), []byte("{")) {
		return nil, nil
	}
	section := plugin.PulumiPluginJSON{}
	if err := json.Unmarshal(npmPackage.Pulumi, &section); err != nil {
		return nil, fmt.Errorf(`"pulumi": %w`, err)
	}
	if !section.Resource {
		return nil, nil
	}
	required := &pulumirpc.PackageDependency{
		Kind:    "resource",
		Name:    section.Name,
		Version: section.Version,
		Server:  section.Server,
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
	required.Parameterization = parameterization(section.Parameterization)
	required.Extension = parameterization(section.ExtensionParameterization)
	return required, nil
}

func parameterization(source *plugin.PulumiParameterizationJSON) *pulumirpc.PackageParameterization {
	if source == nil {
		return nil
	}
	return &pulumirpc.PackageParameterization{Name: source.Name, Version: source.Version, Value: source.Value}
}
