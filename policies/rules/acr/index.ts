import type { Rule } from "../../rule.ts";
import acrAdminUserDisabled from "./acr-admin-user-disabled.ts";
import acrAnonymousPullDisabled from "./acr-anonymous-pull-disabled.ts";
import acrExportDisabled from "./acr-export-disabled.ts";
import acrNetworkDefaultDeny from "./acr-network-default-deny.ts";
import acrPublicAccessDisabled from "./acr-public-access-disabled.ts";
import acrSkuNotBasic from "./acr-sku-not-basic.ts";
import acrWebhookHttps from "./acr-webhook-https.ts";

/** The rules of this folder. */
export const acrRules: readonly Rule[] = [
  acrAdminUserDisabled,
  acrAnonymousPullDisabled,
  acrExportDisabled,
  acrNetworkDefaultDeny,
  acrPublicAccessDisabled,
  acrSkuNotBasic,
  acrWebhookHttps,
];
