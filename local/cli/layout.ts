import path from "node:path";

/** The checkout. */
export const root = path.resolve(import.meta.dirname, "../..");

/** Everything that one checkout's local Azure keeps; git ignores it, `reset` removes it. */
export const localFolder = path.join(root, ".local");

/** Where each thing lies below {@link localFolder}. */
export const layout = {
  /** PULUMI_HOME: the plugins that the engine finds. */
  pulumiHome: path.join(localFolder, "pulumi-home"),
  /** The file backend: stacks, their history and locks. */
  backend: path.join(localFolder, "backend"),
  /** The local Azure's database, its Entra ID. */
  azure: path.join(localFolder, "azure"),
  /** One folder per control plane. */
  clusters: path.join(localFolder, "clusters"),
  /** The stack files as the engine sees them: ours plus the encryption salt of this checkout. */
  stackFiles: path.join(localFolder, "stacks"),
  /** The passphrase that encrypts secrets in the state; made at random, readable by its owner alone. */
  passphrase: path.join(localFolder, "passphrase"),
  /** Paths of the control plane's binaries. */
  toolchain: path.join(localFolder, "toolchain.json"),
  /** There while binaries are being built, with the builder's process id in it. */
  toolchainBuilding: path.join(localFolder, "toolchain.building"),
  /** Our policy pack. */
  policies: path.join(root, "policies"),
} as const;

/** The kubeconfig that `up` writes for people. */
export function kubeconfigPath(stack: string): string {
  return path.join(localFolder, `kubeconfig-${stack}.yaml`);
}
