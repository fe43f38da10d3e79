/**
 * The cloud controller of one local cluster: `node main.ts --state-directory <folder> --cluster-id <ARM id>`, with the kubeconfig named by
 * KUBECONFIG. It is a companion of the control plane, which starts it again when it ends, and it ends by itself when the cluster's
 * folder is gone.
 */
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { openAzure } from "../arm/open-azure.ts";
import { IngressStatusController } from "./ingress-status-controller.ts";
import { kubeconfigAccess } from "./kubeconfig-access.ts";
import { LoadBalancerController } from "./load-balancer-controller.ts";
import { LoadBalancers } from "./load-balancers.ts";

/** How often the cluster's folder is looked for, in milliseconds. */
const LOOK = 2000;

const { values } = parseArgs({
  options: { "state-directory": { type: "string" }, "cluster-id": { type: "string" } },
});
const stateDirectory = values["state-directory"];
const clusterId = values["cluster-id"];
const kubeconfig = process.env["KUBECONFIG"];
if (stateDirectory === undefined || clusterId === undefined || kubeconfig === undefined) {
  console.error("--state-directory, --cluster-id and the environment variable KUBECONFIG are needed");
  process.exit(2);
}

const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stopping.abort());
setInterval(() => {
  if (!existsSync(dirname(kubeconfig)) || !existsSync(stateDirectory)) process.exit(0);
}, LOOK).unref();

const azure = openAzure(stateDirectory);
const access = kubeconfigAccess(kubeconfig);
const report = (message: string): void => {
  console.log(`${new Date().toISOString()} ${message}`);
};
await Promise.all([
  new LoadBalancerController(access, new LoadBalancers(azure, clusterId), report).run(stopping.signal),
  new IngressStatusController(access, report).run(stopping.signal),
]);
azure.store.close();
