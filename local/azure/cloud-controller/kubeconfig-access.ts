import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { ApiAccess } from "../../kubernetes/api-client.ts";
import { listAt, stringAt } from "../../kubernetes/json.ts";

/** Where and as whom the kubeconfig's current context speaks to the API server. The user must have a token. */
export function kubeconfigAccess(file: string): ApiAccess {
  const content: unknown = parse(readFileSync(file, "utf8"));
  const current = stringAt(content, "current-context");
  const named = (list: string, name: string): unknown =>
    listAt(content, list).find((item) => stringAt(item, "name") === name);
  const context = named("contexts", current);
  const cluster = named("clusters", stringAt(context, "context", "cluster"));
  const user = named("users", stringAt(context, "context", "user"));
  const access = {
    server: stringAt(cluster, "cluster", "server"),
    certificateAuthority: Buffer.from(
      stringAt(cluster, "cluster", "certificate-authority-data"),
      "base64",
    ).toString("utf8"),
    token: stringAt(user, "user", "token"),
  };
  if (access.server === "" || access.token === "") {
    throw new Error(`the kubeconfig ${file} names no server or no token in its context '${current}'`);
  }
  return access;
}
