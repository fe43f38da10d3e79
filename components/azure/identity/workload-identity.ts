import * as pulumi from "@pulumi/pulumi";
import { FederatedIdentityCredential } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import { distinct, matching } from "../refusals/checks.ts";
import { refuse } from "../refusals/refusal.ts";
import { assignRole, DirectoryPrincipalType } from "./role-assignment.ts";
import { knownRole, roleRefusals } from "./roles.ts";

/** A role of an identity on one resource. */
export interface RoleGrantArgs {
  /** Name of the grant, unique in the list. */
  name: string;
  /** Built-in role by its display name, such as Key Vault Secrets User. Owner, Contributor and the like are refused. */
  role: string;
  /** Id of the resource on which the role holds; the narrowest that will do. */
  scope: pulumi.Input<string>;
}

/** Arguments of {@link WorkloadIdentity}. */
export interface WorkloadIdentityArgs {
  /** Resource group of the identity. */
  resourceGroupName: pulumi.Input<string>;
  /** Region. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Name of the identity. Default: the component's name. */
  identityName?: string;
  /** Issuer of the cluster's service account tokens. */
  oidcIssuerUrl: pulumi.Input<string>;
  /** Kubernetes namespace of the service account. */
  namespace: string;
  /** Kubernetes service account that becomes this identity; no other one can. */
  serviceAccount: string;
  /** Roles of the identity. Default: none. */
  grants?: RoleGrantArgs[];
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/** A name in Kubernetes (RFC 1123 label). */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * An Azure identity that one Kubernetes service account can use, without any secret.
 * Token: azure-platform:index:WorkloadIdentity.
 */
export class WorkloadIdentity extends pulumi.ComponentResource {
  /** Id of the identity. */
  readonly identityId: pulumi.Output<string>;
  /** Name of the identity. */
  readonly identityName: pulumi.Output<string>;
  /** Client id, for the service account's annotation azure.workload.identity/client-id. */
  readonly clientId: pulumi.Output<string>;
  /** Object id, for role assignments. */
  readonly principalId: pulumi.Output<string>;

  constructor(name: string, args: WorkloadIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
    const grants = args.grants ?? [];
    refuse("WorkloadIdentity", name, [
      ...matching(
        "namespace",
        args.namespace,
        label,
        "one Kubernetes name",
        "A wildcard would let others in.",
      ),
      ...matching(
        "serviceAccount",
        args.serviceAccount,
        label,
        "one Kubernetes name",
        "A wildcard would let others in.",
      ),
      ...distinct(
        "grants",
        grants.map((grant) => grant.name),
      ),
      ...grants.flatMap(({ role }, index) => roleRefusals(`grants[${index}].role`, role)),
    ]);
    super("azure-platform:index:WorkloadIdentity", name, args, opts);

    const { resourceGroupName } = args;
    const identity = new UserAssignedIdentity(
      `${name}-identity`,
      {
        resourceGroupName,
        location: args.location,
        tags: args.tags,
        resourceName: args.identityName ?? name,
      },
      { parent: this },
    );
    new FederatedIdentityCredential(
      `${name}-credential`,
      {
        resourceGroupName,
        resourceName: identity.name,
        federatedIdentityCredentialResourceName: `${args.namespace}-${args.serviceAccount}`,
        issuer: args.oidcIssuerUrl,
        subject: `system:serviceaccount:${args.namespace}:${args.serviceAccount}`,
        audiences: ["api://AzureADTokenExchange"],
      },
      { parent: this },
    );
    for (const grant of grants) {
      assignRole(
        `${name}-role-${grant.name}`,
        {
          principalId: identity.principalId,
          principalType: DirectoryPrincipalType.ServicePrincipal,
          role: knownRole(grant.role),
          scope: grant.scope,
          description: `${args.namespace}/${args.serviceAccount}: ${grant.name}`,
        },
        { parent: this },
      );
    }

    this.identityId = identity.id;
    this.identityName = identity.name;
    this.clientId = identity.clientId;
    this.principalId = identity.principalId;
    this.registerOutputs({
      identityId: this.identityId,
      identityName: this.identityName,
      clientId: this.clientId,
      principalId: this.principalId,
    });
  }
}
