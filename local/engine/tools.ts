/**
 * The table of everything that the local platform runs and this repository does not contain: what it is, in which version, and how
 * it is recognized and built. The only place to edit for an upgrade, together with the go.mod of the build.
 */

/** One build from Go modules; it may give several executables. */
export interface GoBuild {
  /** What people call it, for progress and errors. */
  readonly title: string;
  /** The version that comes out. */
  readonly version: string;
  /** The packages to build, as `go build` takes them in the folder `local/engine/go/<name of the build>`. */
  readonly packages: readonly string[];
  /** What `go build` calls the executable of a package, where the tool is called otherwise. */
  readonly output?: string;
  /** `-X` settings of the linker: variables that hold the version. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Files that our main embeds but that lie in another module: they are copied beside it before the build. */
  readonly embedded?: { readonly module: string; readonly files: readonly string[] };
}

const kubernetes = "1.35.0";

/** The newest Pulumi release whose source is published as Go modules. */
const pulumi = "3.250.0";

/** Builds in the order in which they are needed. */
export const builds = {
  pulumi: {
    title: "Pulumi engine",
    version: pulumi,
    packages: ["github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", "./pulumi-language-nodejs"],
    variables: { "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version": `v${pulumi}` },
  },
  etcd: {
    title: "etcd",
    version: "3.6.5",
    packages: ["go.etcd.io/etcd/server/v3"],
    output: "etcd",
  },
  "control-plane": {
    title: "Kubernetes control plane",
    version: kubernetes,
    packages: [
      "k8s.io/kubernetes/cmd/kube-apiserver",
      "k8s.io/kubernetes/cmd/kube-controller-manager",
      "k8s.io/kubernetes/cmd/kube-scheduler",
    ],
    variables: {
      "k8s.io/component-base/version.gitVersion": `v${kubernetes}`,
      "k8s.io/component-base/version.gitMajor": "1",
      "k8s.io/component-base/version.gitMinor": "35",
      "k8s.io/component-base/version.gitTreeState": "clean",
      "k8s.io/client-go/pkg/version.gitVersion": `v${kubernetes}`,
      "k8s.io/client-go/pkg/version.gitMajor": "1",
      "k8s.io/client-go/pkg/version.gitMinor": "35",
    },
  },
  kwok: {
    title: "kwok",
    version: "0.7.0",
    packages: ["sigs.k8s.io/kwok/cmd/kwok"],
    variables: { "sigs.k8s.io/kwok/pkg/consts.Version": "v0.7.0" },
  },
  "pulumi-resource-kubernetes": {
    title: "Kubernetes provider",
    version: "4.25.0",
    packages: ["."],
    output: "pulumi-resource-kubernetes",
    variables: { "github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/version.Version": "4.25.0" },
    embedded: {
      module: "github.com/pulumi/pulumi-kubernetes/provider/v4",
      files: [
        "cmd/pulumi-resource-kubernetes/schema.json",
        "cmd/pulumi-resource-kubernetes/terraform-mapping.json",
      ],
    },
  },
} as const satisfies Readonly<Record<string, GoBuild>>;

export type BuildName = keyof typeof builds;

export const buildNames: readonly BuildName[] = Object.keys(builds).filter(isBuildName);

function isBuildName(name: string): name is BuildName {
  return Object.hasOwn(builds, name);
}

/** The table's entry under its general type. */
export function buildNamed(name: BuildName): GoBuild {
  return builds[name];
}

/** How a copy on PATH proves that it will do. */
export interface OnPath {
  /** It will do from this version on, up to the next major one, or the next minor one where `sameMinor` says that minor versions do not mix. */
  readonly minimum: string;
  readonly sameMinor: boolean;
  /** Arguments that make it print its version. */
  readonly arguments: readonly string[];
  /** Finds the version in what it prints: the first group, without a leading v. */
  readonly pattern: RegExp;
  /** Other executables that belong to it and must stand beside it. */
  readonly companions?: readonly string[];
}

/** An executable; its name in the table is its file name. */
export interface Tool {
  readonly build: BuildName;
  /** Absent for what only counts as a part of another tool, or cannot say its version. */
  readonly onPath?: OnPath;
}

const controlPlane = {
  build: "control-plane",
  onPath: {
    minimum: kubernetes,
    sameMinor: true,
    arguments: ["--version"],
    pattern: /^Kubernetes v(\S+)/m,
  },
} as const satisfies Tool;

export const tools = {
  pulumi: {
    build: "pulumi",
    onPath: {
      minimum: pulumi,
      sameMinor: false,
      arguments: ["version"],
      pattern: /^v?(\d\S*)$/m,
      companions: ["pulumi-language-nodejs"],
    },
  },
  "pulumi-language-nodejs": { build: "pulumi" },
  etcd: {
    build: "etcd",
    onPath: {
      minimum: "3.6.0",
      sameMinor: true,
      arguments: ["--version"],
      pattern: /^etcd Version: (\S+)/m,
    },
  },
  "kube-apiserver": controlPlane,
  "kube-controller-manager": controlPlane,
  "kube-scheduler": controlPlane,
  kwok: {
    build: "kwok",
    onPath: {
      minimum: "0.7.0",
      sameMinor: true,
      arguments: ["--version"],
      pattern: /^kwok version v(\S+)/m,
    },
  },
  "pulumi-resource-kubernetes": { build: "pulumi-resource-kubernetes" },
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof tools;

/** All tools, in the order in which they are needed. */
export const toolNames: readonly ToolName[] = Object.keys(tools).filter(isToolName);

export function isToolName(name: string): name is ToolName {
  return Object.hasOwn(tools, name);
}

/** The table's entry under its general type. */
export function toolNamed(name: ToolName): Tool {
  return tools[name];
}
