import type * as pulumi from "@pulumi/pulumi";
import { refuseCidrs } from "../refusal/cidr.ts";
import type { Refusal } from "../refusal/refusal.ts";

/**
 * A managed identity of Azure that the pods sign in with. Its federated credential must name the subject
 * `system:serviceaccount:<namespace>:<name of the service>`.
 */
export interface WorkloadIdentity {
  /** Client id of the managed identity. */
  clientId: pulumi.Input<string>;
  /** Tenant of the identity. Default: the tenant of the cluster. */
  tenantId?: pulumi.Input<string>;
  /** Address ranges where tokens are issued, reached on port 443. Default: those of Entra ID in the public cloud. */
  loginCidrs?: string[];
}

/**
 * Entra ID sign-in, IPv4: id 56 of https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges.
 */
const entraCidrs = ["20.20.32.0/19", "20.190.128.0/18", "20.231.128.0/19", "40.126.0.0/18"];

/** Where the pods fetch tokens. */
export function loginCidrs(identity: WorkloadIdentity): string[] {
  return identity.loginCidrs ?? entraCidrs;
}

/** Annotations of the service account, which AKS' webhook reads. */
export function identityAnnotations(
  identity: WorkloadIdentity | undefined,
): Record<string, pulumi.Input<string>> {
  if (identity === undefined) {
    return {};
  }
  return {
    "azure.workload.identity/client-id": identity.clientId,
    ...(identity.tenantId === undefined ? {} : { "azure.workload.identity/tenant-id": identity.tenantId }),
  };
}

/**
 * Labels of the pods by which the webhook knows them. It mounts a token of its own for Azure, so the token for the
 * Kubernetes API stays out of the pods all the same (CKV_K8S_38).
 */
export function identityLabels(identity: WorkloadIdentity | undefined): Record<string, string> {
  return identity === undefined ? {} : { "azure.workload.identity/use": "true" };
}

/** Refuses address ranges that are none. */
export function refuseIdentity(identity: WorkloadIdentity | undefined): Refusal[] {
  return identity === undefined ? [] : refuseCidrs("identity.loginCidrs", loginCidrs(identity));
}
