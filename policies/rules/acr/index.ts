import type { Rule } from "../../rule.ts";
import acrAdminUserDisabled from "./acr-admin-user-disabled.ts";
import acrAnonymousPullDisabled from "./acr-anonymous-pull-disabled.ts";
import acrArmTokensRefused from "./acr-arm-tokens-refused.ts";
import acrAuditLogs from "./acr-audit-logs.ts";
import acrContentTrust from "./acr-content-trust.ts";
import acrCustomerManagedKey from "./acr-customer-managed-key.ts";
import acrDataEndpoints from "./acr-data-endpoints.ts";
import acrExportDisabled from "./acr-export-disabled.ts";
import acrGeoReplicated from "./acr-geo-replicated.ts";
import acrLock from "./acr-lock.ts";
import acrNames from "./acr-names.ts";
import acrNarrowRoles from "./acr-narrow-roles.ts";
import acrNetworkDefaultDeny from "./acr-network-default-deny.ts";
import acrNoCacheRules from "./acr-no-cache-rules.ts";
import acrNoTokens from "./acr-no-tokens.ts";
import acrPrivateEndpoint from "./acr-private-endpoint.ts";
import acrPublicAccessDisabled from "./acr-public-access-disabled.ts";
import acrQuarantine from "./acr-quarantine.ts";
import acrSkuNotBasic from "./acr-sku-not-basic.ts";
import acrSoftDelete from "./acr-soft-delete.ts";
import acrUntaggedRetention from "./acr-untagged-retention.ts";
import acrWebhookHttps from "./acr-webhook-https.ts";
import acrZoneRedundant from "./acr-zone-redundant.ts";

/** The rules of this folder. */
export const acrRules: readonly Rule[] = [
  acrAdminUserDisabled,
  acrAnonymousPullDisabled,
  acrArmTokensRefused,
  acrAuditLogs,
  acrContentTrust,
  acrCustomerManagedKey,
  acrDataEndpoints,
  acrExportDisabled,
  acrGeoReplicated,
  acrLock,
  acrNames,
  acrNarrowRoles,
  acrNetworkDefaultDeny,
  acrNoCacheRules,
  acrNoTokens,
  acrPrivateEndpoint,
  acrPublicAccessDisabled,
  acrQuarantine,
  acrSkuNotBasic,
  acrSoftDelete,
  acrUntaggedRetention,
  acrWebhookHttps,
  acrZoneRedundant,
];
