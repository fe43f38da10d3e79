/**
 * How kubelogin, the credential plug-in of Entra clusters, signs in.
 * Source: https://azure.github.io/kubelogin/concepts/login-modes.html
 */
export const KubeloginMode = {
  /** The session of `az login`. */
  azurecli: "azurecli",
  /** A code that a person enters in a browser. */
  devicecode: "devicecode",
  /** A browser window. */
  interactive: "interactive",
  /** A federated token, in a pod or in CI. */
  workloadidentity: "workloadidentity",
  /** A service principal from the environment. */
  spn: "spn",
  /** The managed identity of the machine. */
  msi: "msi",
  /** The session of `azd auth login`. */
  azd: "azd",
} as const;
export type KubeloginMode = (typeof KubeloginMode)[keyof typeof KubeloginMode];
