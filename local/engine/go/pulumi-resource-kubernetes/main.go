// The Kubernetes provider of github.com/pulumi/pulumi-kubernetes, as its own main runs it. That main cannot be built from the published
// module, because the two files it embeds are generated there; the build copies their sources, schema.json and
// terraform-mapping.json, from the module's folder beside this file.
package main

import (
	_ "embed"

	"github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/provider"
	"github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/version"
)

//go:embed schema.json
var schema []byte

//go:embed terraform-mapping.json
var terraformMapping []byte

func main() {
	provider.Serve("kubernetes", version.Version, schema, terraformMapping)
}
