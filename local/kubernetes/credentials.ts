import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { ClusterFolder } from "./cluster-folder.ts";
import { readIfThere, writePrivateFile } from "./private-file.ts";

/** Who may talk to the API server, with the group that gives the rights. */
export const identities = {
  /** What `listManagedClusterAdminCredentials` hands out; AKS calls this user so too. */
  administrator: { user: "masterclient", group: "system:masters" },
  /**
   * The person at this checkout. On AKS with Azure RBAC the role "Azure Kubernetes Service RBAC Cluster Admin" gives all
   * rights without any binding in the cluster; membership of system:masters does the same here.
   */
  person: { user: "local-engineer", group: "system:masters" },
  /** Rights come from the bindings that Kubernetes itself creates for these two users. */
  controllerManager: { user: "system:kube-controller-manager", group: "" },
  scheduler: { user: "system:kube-scheduler", group: "" },
  /** Stands in for every kubelet; its token lies beside the administrator's, so a narrower role would protect nothing. */
  kwok: { user: "kwok", group: "system:masters" },
  /** Reads the health endpoints and nothing else. */
  supervisor: { user: "control-plane-supervisor", group: "system:monitoring" },
} as const;

/** One of {@link identities}. */
export type IdentityName = keyof typeof identities;

/** A token for each identity. */
export type Tokens = Readonly<Record<IdentityName, string>>;

/** The API server's `--token-auth-file`: token, user, uid, groups. */
export function formatTokens(tokens: Tokens): string {
  return names
    .map((name) => {
      const { user, group } = identities[name];
      return `${tokens[name]},${user},${user},"${group}"\n`;
    })
    .join("");
}

/** Reads back {@link formatTokens}; undefined when an identity is missing. */
export function parseTokens(csv: string): Tokens | undefined {
  const byUser = new Map<string, string>();
  for (const line of csv.split("\n")) {
    const [token, user] = line.split(",");
    if (token !== undefined && user !== undefined) byUser.set(user, token);
  }
  return complete((name) => byUser.get(identities[name].user));
}

const names: readonly IdentityName[] = [
  "administrator",
  "person",
  "controllerManager",
  "scheduler",
  "kwok",
  "supervisor",
];

function complete(tokenOf: (name: IdentityName) => string | undefined): Tokens | undefined {
  const administrator = tokenOf("administrator");
  const person = tokenOf("person");
  const controllerManager = tokenOf("controllerManager");
  const scheduler = tokenOf("scheduler");
  const kwok = tokenOf("kwok");
  const supervisor = tokenOf("supervisor");
  if (!administrator || !person || !controllerManager || !scheduler || !kwok || !supervisor) return undefined;
  return { administrator, person, controllerManager, scheduler, kwok, supervisor };
}

function randomToken(): string {
  return randomBytes(32).toString("hex");
}

/**
 * Makes the tokens and the service-account keys of a cluster, or keeps those it has, so that a kubeconfig handed out
 * earlier stays valid. The person's token is the local Entra ID's to choose.
 */
export function ensureCredentials(folder: ClusterFolder, personToken: string): Tokens {
  if (!/^[^\s,"]+$/.test(personToken)) {
    throw new Error(
      "personToken is empty or has a space, comma or quote in it, which the API server's token file cannot hold",
    );
  }
  const existing = parseTokens(readIfThere(folder.tokens) ?? "");
  const tokens: Tokens = existing
    ? { ...existing, person: personToken }
    : {
        administrator: randomToken(),
        person: personToken,
        controllerManager: randomToken(),
        scheduler: randomToken(),
        kwok: randomToken(),
        supervisor: randomToken(),
      };
  const csv = formatTokens(tokens);
  if (readIfThere(folder.tokens) !== csv) writePrivateFile(folder.tokens, csv);

  if (
    readIfThere(folder.serviceAccountKey) === undefined ||
    readIfThere(folder.serviceAccountPublicKey) === undefined
  ) {
    // Elliptic keys are made in a millisecond; RSA ones take a noticeable part of a second.
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    writePrivateFile(
      folder.serviceAccountPublicKey,
      publicKey.export({ type: "spki", format: "pem" }).toString(),
    );
    // The API server reads elliptic private keys in their own (SEC 1) form.
    writePrivateFile(folder.serviceAccountKey, privateKey.export({ type: "sec1", format: "pem" }).toString());
  }
  return tokens;
}

/** The tokens of an existing cluster. */
export function readTokens(folder: ClusterFolder): Tokens {
  const tokens = parseTokens(readIfThere(folder.tokens) ?? "");
  if (!tokens)
    throw new Error(`no control plane was ever started in ${folder.root}: it has no ${folder.tokens}`);
  return tokens;
}
