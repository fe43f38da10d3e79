import { personToken } from "./person-token.ts";

/** A call of kubelogin that cannot be answered. */
export class KubeloginError extends Error {}

/** Application id of the server side of AKS with Microsoft Entra, the same in every directory. */
export const aksServerId = "6dae42f8-4368-4678-94ff-3960e28e3630";

/** Application id of the client side that AKS writes into kubeconfigs for people. */
export const aksClientId = "80faf920-1908-4b52-b5ef-a8e7bedfc67a";

/** How long a credential is valid, in milliseconds: as long as an access token of Entra usually is. */
const LIFETIME = 60 * 60 * 1000;

/** What an exec plugin of Kubernetes prints: https://kubernetes.io/docs/reference/config-api/client-authentication.v1beta1/ */
export interface ExecCredential {
  readonly apiVersion: string;
  readonly kind: "ExecCredential";
  readonly status: { readonly expirationTimestamp: string; readonly token: string };
}

/** Flags of `get-token` that take no value. */
const switches: ReadonlySet<string> = new Set([
  "--disable-environment-override",
  "--disable-instance-discovery",
  "--legacy",
  "--pop-enabled",
  "--use-azurerm-env-vars",
]);

/**
 * The answer to one call.
 *
 * @param args - `--state-directory <folder>`, then what kubectl passes: `get-token` and kubelogin's flags
 * @param execInfo - the environment variable KUBERNETES_EXEC_INFO; its API version is answered
 */
export function execCredential(args: readonly string[], execInfo: string | undefined): ExecCredential {
  const { command, flags } = parse(args);
  const stateDirectory = flags.get("--state-directory");
  if (stateDirectory === undefined) throw new KubeloginError("--state-directory is missing");
  if (command !== "get-token") {
    throw new KubeloginError(
      `unknown command ${command === undefined ? "(none)" : `"${command}"`}: the local stand-in knows get-token only`,
    );
  }
  const server = flags.get("--server-id");
  if (server !== undefined && server !== aksServerId) {
    throw new KubeloginError(
      `--server-id is ${server}: the local directory issues tokens for AKS (${aksServerId}) only`,
    );
  }
  return {
    apiVersion: askedVersion(execInfo),
    kind: "ExecCredential",
    status: {
      expirationTimestamp: new Date(Date.now() + LIFETIME).toISOString().replace(/\.\d+Z$/, "Z"),
      token: personToken(stateDirectory),
    },
  };
}

function parse(args: readonly string[]): { command: string | undefined; flags: Map<string, string> } {
  const flags = new Map<string, string>();
  let command: string | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? "";
    if (!arg.startsWith("-")) {
      if (command !== undefined) throw new KubeloginError(`unexpected argument "${arg}"`);
      command = arg;
      continue;
    }
    const [name = "", value] = splitOnce(arg);
    if (switches.has(name)) flags.set(name, value ?? "true");
    else if (value !== undefined) flags.set(name, value);
    else {
      const next = args[index + 1];
      if (next === undefined) throw new KubeloginError(`flag needs an argument: ${name}`);
      flags.set(name, next);
      index += 1;
    }
  }
  return { command, flags };
}

function splitOnce(arg: string): [string, string | undefined] {
  const equals = arg.indexOf("=");
  return equals < 0 ? [arg, undefined] : [arg.slice(0, equals), arg.slice(equals + 1)];
}

function askedVersion(execInfo: string | undefined): string {
  const fallback = "client.authentication.k8s.io/v1beta1";
  if (execInfo === undefined || execInfo === "") return fallback;
  try {
    const info: unknown = JSON.parse(execInfo);
    if (
      typeof info === "object" &&
      info !== null &&
      "apiVersion" in info &&
      typeof info.apiVersion === "string"
    ) {
      return info.apiVersion;
    }
  } catch {
    // kubectl writes it; whatever else does gets the default.
  }
  return fallback;
}
