import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Document } from "yaml";
import { KubeloginMode } from "./kubelogin-mode.ts";

/**
 * Modes in which the caller has a client id of its own: the one that AKS writes into the file is that of its public
 * client for people, and would be taken for the caller's.
 */
const ownClientModes: readonly KubeloginMode[] = [
  KubeloginMode.workloadidentity,
  KubeloginMode.spn,
  KubeloginMode.msi,
];

function withLoginMode(args: readonly string[], mode: KubeloginMode): string[] {
  const kept: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    const [flag] = arg.split("=", 1);
    const dropped =
      flag === "--login" || flag === "-l" || (flag === "--client-id" && ownClientModes.includes(mode));
    if (!dropped) {
      kept.push(arg);
    } else if (!arg.includes("=")) {
      index++;
    }
  }
  return [...kept, "--login", mode];
}

/** The exec entries of all users: those whose first argument asks kubelogin for a token. */
function* tokenCommands(document: Document): Generator<string[]> {
  const users = document.get("users");
  if (!isSeq(users)) {
    return;
  }
  for (const [index, user] of users.items.entries()) {
    const args = isMap(user) ? user.getIn(["user", "exec", "args"]) : undefined;
    if (isSeq(args)) {
      const first = args.items[0];
      if (isScalar(first) && first.value === "get-token") {
        yield ["users", String(index), "user", "exec", "args"];
      }
    }
  }
}

/**
 * Sets the login mode of every kubelogin command in a kubeconfig. Everything else stays: the command, which a caller may have
 * replaced, its environment, clusters, contexts and entries of other tools. A file without such a command comes back as it was.
 *
 * @param kubeconfig - YAML as AKS answers it in the format "exec"
 * @throws Error when the text is no YAML
 */
export function withKubelogin(kubeconfig: string, mode: KubeloginMode): string {
  const document = parseDocument(kubeconfig);
  const [problem] = document.errors;
  if (problem !== undefined) {
    throw new Error(
      `The cluster's kubeconfig is no YAML: ${problem.code} at line ${problem.linePos?.[0].line}`,
    );
  }
  let changed = false;
  for (const path of tokenCommands(document)) {
    const args = document.getIn(path);
    if (isSeq(args)) {
      const values = args.items.map((item) => String(isScalar(item) ? item.value : item));
      document.setIn(path, document.createNode(withLoginMode(values, mode)));
      changed = true;
    }
  }
  return changed ? document.toString({ lineWidth: 0 }) : kubeconfig;
}
