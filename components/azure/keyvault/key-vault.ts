import * as pulumi from "@pulumi/pulumi";
import { Vault } from "@pulumi/azure-native/keyvault/vault.js";
import { answered } from "../answers/answered.ts";
import { acceptableName } from "../naming/name-check.ts";
import { nameRules } from "../naming/name-rules.ts";
import { stackName } from "../naming/stack-name.ts";
import { firewallRefusals } from "../network/firewall.ts";
import { PrivateEndpointConnection } from "../network/private-endpoint-connection.ts";
import { privateLinkGroups } from "../network/private-link.ts";
import type { PrivateLinkArgs } from "../network/private-link.ts";
import { oneOf, wholeNumber } from "../refusals/checks.ts";
import { refuse } from "../refusals/refusal.ts";

/** Price tiers of a vault. */
export const VaultSku = {
  /** Keys in software. */
  standard: "standard",
  /** Keys in hardware as well (CKV_AZURE_112). */
  premium: "premium",
} as const;
export type VaultSku = (typeof VaultSku)[keyof typeof VaultSku];

/** Arguments of {@link KeyVault}. */
export interface KeyVaultArgs {
  /** Resource group of the vault. */
  resourceGroupName: pulumi.Input<string>;
  /** Region. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Name, unique in Azure: 3 to 24 letters, digits and hyphens. Default: component's name and a hash of project and stack. */
  vaultName?: string;
  /** Entra tenant of those who use the vault. */
  tenantId: pulumi.Input<string>;
  /** Price tier. Default: standard. */
  sku?: VaultSku;
  /** Days during which deleted secrets can be restored, 7 to 90; cannot be changed later. Default: 90 (CKV_AZURE_111). */
  softDeleteDays?: number;
  /** Whether nobody, not even an owner, can remove deleted secrets before their time; cannot be turned off later. Default: true (CKV_AZURE_110). */
  purgeProtection?: boolean;
  /** Whether the vault is reached from the Internet. Default: false (CKV_AZURE_189). */
  publicNetworkAccess?: boolean;
  /** IPv4 blocks that may reach a public vault; needed with publicNetworkAccess (CKV_AZURE_109). Default: none. */
  allowedIpRanges?: string[];
  /** Private endpoint. Default: none. */
  privateEndpoint?: PrivateLinkArgs;
  /** Whether Pulumi refuses to delete or replace the vault. Default: false. */
  protect?: boolean;
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/** A key vault with Azure RBAC and a closed firewall. Token: azure-platform:index:KeyVault. */
export class KeyVault extends pulumi.ComponentResource {
  /** Id of the vault. */
  readonly vaultId: pulumi.Output<string>;
  /** Name of the vault, as the secrets store driver wants it. */
  readonly vaultName: pulumi.Output<string>;
  /** URI of the vault. */
  readonly vaultUri: pulumi.Output<string>;

  constructor(name: string, args: KeyVaultArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("KeyVault", name, [
      ...acceptableName("vaultName", args.vaultName, nameRules.keyVault),
      ...oneOf("sku", args.sku, VaultSku),
      ...wholeNumber(
        "softDeleteDays",
        args.softDeleteDays,
        7,
        90,
        "Azure keeps deleted secrets 7 to 90 days.",
      ),
      ...firewallRefusals(args.publicNetworkAccess, args.allowedIpRanges),
    ]);
    super("azure-platform:index:KeyVault", name, args, opts);

    const { resourceGroupName, location, tags } = args;
    const vault = new Vault(
      `${name}-vault`,
      {
        resourceGroupName,
        location,
        tags,
        vaultName: args.vaultName ?? stackName(nameRules.keyVault, name),
        properties: {
          tenantId: args.tenantId,
          sku: { family: "A", name: args.sku ?? VaultSku.standard },
          // PSRule Azure.KeyVault.RBAC
          enableRbacAuthorization: true,
          enableSoftDelete: true,
          softDeleteRetentionInDays: args.softDeleteDays ?? 90,
          // Azure refuses an explicit false: absent means off.
          enablePurgeProtection: (args.purgeProtection ?? true) ? true : undefined,
          enabledForDeployment: false,
          enabledForDiskEncryption: false,
          enabledForTemplateDeployment: false,
          publicNetworkAccess: (args.publicNetworkAccess ?? false) ? "Enabled" : "Disabled",
          networkAcls: {
            defaultAction: "Deny",
            bypass: "AzureServices",
            ipRules: args.allowedIpRanges?.map((value) => ({ value })),
          },
        },
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
          targetId: vault.id,
          groupId: privateLinkGroups.keyVault,
          ...args.privateEndpoint,
        },
        { parent: this },
      );
    }

    this.vaultId = vault.id;
    this.vaultName = vault.name;
    this.vaultUri = vault.properties.apply((properties) => answered(properties.vaultUri, "the vault's URI"));
    this.registerOutputs({ vaultId: this.vaultId, vaultName: this.vaultName, vaultUri: this.vaultUri });
  }
}
