import { localAccount } from "../../account.ts";
import { groupNameOf } from "../../arm-id.ts";
import { flag, text } from "../../body.ts";
import type { InvokeContext } from "../../invokes.ts";
import { badRequest } from "../../refusal.ts";
import { errorOf } from "../../arm-error.ts";
import type { Resource } from "../../resource-type.ts";
import { ArmError, type ArmBody } from "../../service.ts";
import { aksClientId, aksServerId } from "../../../entra/exec-credential.ts";
import { kubeloginPath, writeKubelogin } from "../../../entra/write-kubelogin.ts";
import { clusterDirectory } from "./cluster-effect.ts";
import { managedCluster } from "./managed-cluster.ts";

/** Kubeconfigs of a cluster, as `listManagedCluster…Credentials` answers them: Base64 of YAML. */
export async function listAdminCredentials(args: ArmBody, context: InvokeContext): Promise<ArmBody> {
  const cluster = await startedCluster(args, context);
  if (flag(cluster.body, "disableLocalAccounts") === true) {
    throw errorOf(
      badRequest(
        "BadRequest",
        "Getting static credential is not allowed because this cluster is set to disable local accounts.",
      ),
    );
  }
  return answer("clusterAdmin", await adminKubeconfig(cluster, `${cluster.name}-admin`, context));
}

export async function listUserCredentials(args: ArmBody, context: InvokeContext): Promise<ArmBody> {
  const cluster = await startedCluster(args, context);
  const format = text(args, "format") ?? "exec";
  if (format !== "exec" && format !== "azure") {
    throw errorOf(
      badRequest(
        "InvalidParameter",
        `The value of parameter format is invalid: '${format}' is neither azure nor exec.`,
      ),
    );
  }
  if (flag(cluster.body, "aadProfile.managed") !== true) {
    return answer("clusterUser", await adminKubeconfig(cluster, cluster.name, context));
  }
  return answer("clusterUser", await entraKubeconfig(cluster, context));
}

async function startedCluster(args: ArmBody, context: InvokeContext): Promise<Resource> {
  // The read brings back a control plane whose processes died.
  const { id } = await context.manager.get(managedCluster.token, context.id(managedCluster.path, args));
  const cluster = context.azure.find(id);
  if (cluster === undefined)
    throw new ArmError(404, "ResourceNotFound", `Resource with ID '${id}' does not exist.`);
  return cluster;
}

async function adminKubeconfig(
  cluster: Resource,
  contextName: string,
  context: InvokeContext,
): Promise<string> {
  const plane = await context.controlPlane();
  return plane.adminKubeconfig(clusterDirectory(cluster.id, context.azure), contextName);
}

/** As AKS writes it in the format `exec`, but for the command: an absolute path, so that it works wherever the file is used. */
async function entraKubeconfig(cluster: Resource, context: InvokeContext): Promise<string> {
  const { directory } = context.azure.store;
  writeKubelogin(directory);
  const plane = await context.controlPlane();
  const { server, certificateAuthority } = await plane.endpoint(clusterDirectory(cluster.id, context.azure));
  const user = `clusterUser_${groupNameOf(cluster.id) ?? ""}_${cluster.name}`;
  const tenant = text(cluster.body, "aadProfile.tenantID") ?? localAccount.tenantId;
  const { stringify } = await import("yaml");
  return stringify({
    apiVersion: "v1",
    clusters: [
      {
        cluster: {
          "certificate-authority-data": Buffer.from(certificateAuthority).toString("base64"),
          server,
        },
        name: cluster.name,
      },
    ],
    contexts: [{ context: { cluster: cluster.name, user }, name: cluster.name }],
    "current-context": cluster.name,
    kind: "Config",
    preferences: {},
    users: [
      {
        name: user,
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            args: [
              "get-token",
              "--environment",
              "AzurePublicCloud",
              "--server-id",
              aksServerId,
              "--client-id",
              aksClientId,
              "--tenant-id",
              tenant,
              "--login",
              "devicecode",
            ],
            command: kubeloginPath(directory),
            env: null,
            provideClusterInfo: false,
          },
        },
      },
    ],
  });
}

function answer(name: string, kubeconfig: string): ArmBody {
  return { kubeconfigs: [{ name, value: Buffer.from(kubeconfig).toString("base64") }] };
}
