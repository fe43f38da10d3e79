import path from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { layout, root } from "./layout.ts";

/** A provider plugin of ours: a TypeScript file that Node runs. */
export interface OwnPlugin {
  readonly name: string;
  /** Version of the SDK in package.json: the engine asks for exactly this one. */
  readonly version: string;
  /** Script and its arguments. */
  readonly script: string;
  readonly args: readonly string[];
}

/** The plugins that stand in for Azure, random values and Docker. */
export const ownPlugins: readonly OwnPlugin[] = [
  {
    name: "azure-native",
    version: manifest.dependencies["@pulumi/azure-native"],
    script: path.join(root, "local/azure/main.ts"),
    args: ["--state", layout.azure],
  },
  {
    name: "random",
    version: manifest.dependencies["@pulumi/random"],
    script: path.join(root, "local/random/main.ts"),
    args: [],
  },
  {
    name: "docker",
    version: manifest.dependencies["@pulumi/docker"],
    script: path.join(root, "local/docker/main.ts"),
    args: [],
  },
];

/** Version of the Kubernetes provider, which is always the real one. */
export const kubernetesVersion = manifest.dependencies["@pulumi/kubernetes"];
