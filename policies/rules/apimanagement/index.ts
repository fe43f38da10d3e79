import type { Rule } from "../../rule.ts";
import apimApiHttpsOnly from "./apim-api-https-only.ts";
import apimBackendAuthenticated from "./apim-backend-authenticated.ts";
import apimBackendCertificateValidated from "./apim-backend-certificate-validated.ts";
import apimBackendHttps from "./apim-backend-https.ts";
import apimCertificateExpiry from "./apim-certificate-expiry.ts";
import apimClientCertificates from "./apim-client-certificates.ts";
import apimCorsNoWildcard from "./apim-cors-no-wildcard.ts";
import apimDefender from "./apim-defender.ts";
import apimDescriptors from "./apim-descriptors.ts";
import apimDiagnosticSetting from "./apim-diagnostic-setting.ts";
import apimManagedIdentity from "./apim-managed-identity.ts";
import apimMinimumApiVersion from "./apim-minimum-api-version.ts";
import apimMultiRegion from "./apim-multi-region.ts";
import apimNamedValuesInVault from "./apim-named-values-in-vault.ts";
import apimNoDirectManagement from "./apim-no-direct-management.ts";
import apimNoPasswords from "./apim-no-passwords.ts";
import apimNoSampleProducts from "./apim-no-sample-products.ts";
import apimPolicyInherits from "./apim-policy-inherits.ts";
import apimPublicAccessDisabled from "./apim-public-access-disabled.ts";
import apimStrongCiphers from "./apim-strong-ciphers.ts";
import apimSubscriptionsScoped from "./apim-subscriptions-scoped.ts";
import apimTlsProtocols from "./apim-tls-protocols.ts";
import apimVirtualNetwork from "./apim-virtual-network.ts";
import apimZoneRedundant from "./apim-zone-redundant.ts";

/** The rules of this folder. */
export const apimanagementRules: readonly Rule[] = [
  apimApiHttpsOnly,
  apimBackendAuthenticated,
  apimBackendCertificateValidated,
  apimBackendHttps,
  apimCertificateExpiry,
  apimClientCertificates,
  apimCorsNoWildcard,
  apimDefender,
  apimDescriptors,
  apimDiagnosticSetting,
  apimManagedIdentity,
  apimMinimumApiVersion,
  apimMultiRegion,
  apimNamedValuesInVault,
  apimNoDirectManagement,
  apimNoPasswords,
  apimNoSampleProducts,
  apimPolicyInherits,
  apimPublicAccessDisabled,
  apimStrongCiphers,
  apimSubscriptionsScoped,
  apimTlsProtocols,
  apimVirtualNetwork,
  apimZoneRedundant,
];
