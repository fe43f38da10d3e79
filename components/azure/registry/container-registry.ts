import * as pulumi from "@pulumi/pulumi";
import { Registry } from "@pulumi/azure-native/containerregistry/registry.js";
import { assignRole, DirectoryPrincipalType } from "../identity/role-assignment.ts";
import { acceptableName } from "../naming/name-check.ts";
import { nameRules } from "../naming/name-rules.ts";
import { stackName } from "../naming/stack-name.ts";
import { PrivateEndpointConnection } from "../network/private-endpoint-connection.ts";
import { privateLinkGroups } from "../network/private-link.ts";
import type { PrivateLinkArgs } from "../network/private-link.ts";
import { refuse } from "../refusals/refusal.ts";
import { registryPolicies, RegistrySku, registryRefusals } from "./registry-profile.ts";

/** Arguments of {@link ContainerRegistry}. */
export interface ContainerRegistryArgs {
  /** Resource group of the registry. */
  resourceGroupName: pulumi.Input<string>;
  /** Region. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Name, unique in Azure: 5 to 50 lower case letters and digits. Default: component's name and a hash of project and stack. */
  registryName?: string;
  /** Price tier. Default: Premium, the only one with private endpoints, zones and retention. */
  sku?: RegistrySku;
  /** Whether the registry is reached from the Internet. Default: false (CKV_AZURE_139); the tiers below Premium need true. */
  publicNetworkAccess?: boolean;
  /** IPv4 blocks that may reach a public registry of the tier Premium; all others may not. Default: every network when public. */
  allowedIpRanges?: string[];
  /** Private endpoint; Premium only. Default: none. */
  privateEndpoint?: PrivateLinkArgs;
  /** Whether images are kept in three zones; Premium only. Default: true with Premium (CKV_AZURE_233). */
  zoneRedundant?: boolean;
  /** Days after which untagged manifests are removed, 0 to 365, 0 for never; Premium only. Default: 7 with Premium and without softDeleteDays (CKV_AZURE_167). */
  retentionDays?: number;
  /** Whether images may be exported to other registries. Default: true where the registry is public, false otherwise (PSRule Azure.ACR.ExportPolicy). */
  exportEnabled?: boolean;
  /** Whether layers come from endpoints of this registry alone; Premium only. Default: true with Premium (CKV_AZURE_237). */
  dataEndpoints?: boolean;
  /** Whether an image must be released by a scanner before it can be pulled; Premium only. Default: false, because without a scanner nothing could be pulled (CKV_AZURE_166). */
  quarantine?: boolean;
  /** Whether clients may ask for signed images only; Premium only, on its way out of Azure. Default: false (CKV_AZURE_164). */
  contentTrust?: boolean;
  /** Days during which deleted images can be restored, 1 to 90, instead of retentionDays. Default: not at all (PSRule Azure.ACR.SoftDelete). */
  softDeleteDays?: number;
  /** Whether Entra tokens made for Azure Resource Manager are accepted, which older clients send. Default: true (Azure Policy 42781ec6). */
  armAudienceTokens?: boolean;
  /** Object ids of identities that pull images, by a name of the grant. Default: nobody. */
  pullPrincipals?: Record<string, pulumi.Input<string>>;
  /** Whether Pulumi refuses to delete or replace the registry. Default: false. */
  protect?: boolean;
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/**
 * An Azure Container Registry without admin user and anonymous pull. Token: azure-platform:index:ContainerRegistry.
 */
export class ContainerRegistry extends pulumi.ComponentResource {
  /** Id of the registry. */
  readonly registryId: pulumi.Output<string>;
  /** Name of the registry. */
  readonly registryName: pulumi.Output<string>;
  /** Host name from which images are pulled, such as platform1a2b3c4d.azurecr.io; known at preview. */
  readonly loginServer: pulumi.Output<string>;

  constructor(name: string, args: ContainerRegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("ContainerRegistry", name, [
      ...acceptableName("registryName", args.registryName, nameRules.containerRegistry),
      ...registryRefusals(args),
    ]);
    super("azure-platform:index:ContainerRegistry", name, args, opts);

    const { resourceGroupName, location, tags } = args;
    const sku = args.sku ?? RegistrySku.Premium;
    const premium = sku === RegistrySku.Premium;
    const publicNetworkAccess = args.publicNetworkAccess ?? false;
    const registryName = args.registryName ?? stackName(nameRules.containerRegistry, name);

    const registry = new Registry(
      `${name}-registry`,
      {
        resourceGroupName,
        location,
        tags,
        registryName,
        sku: { name: sku },
        // CKV_AZURE_137, CKV_AZURE_138
        adminUserEnabled: false,
        anonymousPullEnabled: false,
        publicNetworkAccess: publicNetworkAccess ? "Enabled" : "Disabled",
        networkRuleBypassOptions: premium ? "AzureServices" : undefined,
        // PSRule Azure.ACR.Firewall
        networkRuleSet:
          premium && (!publicNetworkAccess || args.allowedIpRanges !== undefined)
            ? {
                defaultAction: "Deny",
                ipRules: args.allowedIpRanges?.map((range) => ({ action: "Allow", iPAddressOrRange: range })),
              }
            : undefined,
        zoneRedundancy: premium ? ((args.zoneRedundant ?? true) ? "Enabled" : "Disabled") : undefined,
        dataEndpointEnabled: premium ? (args.dataEndpoints ?? true) : undefined,
        policies: registryPolicies(args),
      },
      { parent: this, protect: args.protect },
    );

    if (args.privateEndpoint !== undefined) {
      new PrivateEndpointConnection(
        `${name}-private`,
        {
          resourceGroupName,
          location,
          tags,
          targetId: registry.id,
          groupId: privateLinkGroups.containerRegistry,
          ...args.privateEndpoint,
        },
        { parent: this },
      );
    }

    for (const [grant, principalId] of Object.entries(args.pullPrincipals ?? {})) {
      assignRole(
        `${name}-pull-${grant}`,
        {
          principalId,
          principalType: DirectoryPrincipalType.ServicePrincipal,
          role: "AcrPull",
          scope: registry.id,
          description: `${grant} pulls images`,
        },
        { parent: this },
      );
    }

    this.registryId = registry.id;
    this.registryName = registry.name;
    // Policies judge images by their registry, so its host name is foretold in a preview, when Azure has not answered yet.
    this.loginServer = pulumi.runtime.isDryRun()
      ? registry.urn.apply(() => `${registryName}.azurecr.io`)
      : registry.loginServer;
    this.registerOutputs({
      registryId: this.registryId,
      registryName: this.registryName,
      loginServer: this.loginServer,
    });
  }
}
