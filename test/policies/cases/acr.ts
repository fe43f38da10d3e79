import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { allLogs, diagnosticsOf, endpointOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A registry that breaks no rule. */
export const compliantRegistry: TestResource = {
  type: "azure-native:containerregistry:Registry",
  name: "registry",
  inputs: {
    sku: { name: "Premium" },
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    publicNetworkAccess: "Disabled",
    networkRuleSet: { defaultAction: "Deny" },
    dataEndpointEnabled: true,
    encryption: { status: "enabled" },
    policies: {
      azureADAuthenticationAsArmPolicy: { status: "disabled" },
      exportPolicy: { status: "disabled" },
      quarantinePolicy: { status: "enabled" },
      retentionPolicy: { status: "enabled", days: 7 },
      trustPolicy: { status: "enabled", type: "Notary" },
    },
    zoneRedundancy: "Enabled",
  },
};

const webhook: TestResource = {
  type: "azure-native:containerregistry:Webhook",
  inputs: { serviceUri: "https://example.com/hook?token=hidden" },
};

const publicRegistry = withInput(compliantRegistry, "publicNetworkAccess", "Enabled");

const softDeleting = withInput(compliantRegistry, "policies", { softDeletePolicy: { status: "enabled" } });

function replication(location: unknown): TestResource {
  return {
    type: "azure-native:containerregistry:Replication",
    name: "replica",
    inputs: { location, registryName: unknown, zoneRedundancy: "Enabled" },
    dependencies: { registryName: ["registry"] },
  };
}

const token: TestResource = {
  type: "azure-native:containerregistry:Token",
  inputs: { status: "disabled", tokenName: "pipeline" },
};

const cacheRule: TestResource = {
  type: "azure-native:containerregistry:CacheRule",
  name: "cache",
  inputs: { sourceRepository: "docker.io/library/*", targetRepository: "library/*" },
};

const lock: TestResource = {
  type: "azure-native:authorization:ManagementLockByScope",
  name: "lock",
  inputs: { level: "CanNotDelete", scope: unknown },
  dependencies: { scope: ["registry"] },
};

const contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";

function grant(role: unknown): TestResource {
  const roleDefinitionId =
    typeof role === "string" && role !== unknown
      ? `/providers/Microsoft.Authorization/roleDefinitions/${role}`
      : role;
  return {
    type: "azure-native:authorization:RoleAssignment",
    name: "grant",
    inputs: { principalId: unknown, roleDefinitionId, scope: unknown },
    dependencies: { scope: ["registry"] },
  };
}

export const acrCases: ServiceCases = {
  "acr-admin-user-disabled": propertyCases(compliantRegistry, "adminUserEnabled", {
    good: [false],
    bad: [true],
    absent: "pass",
  }),
  "acr-anonymous-pull-disabled": propertyCases(compliantRegistry, "anonymousPullEnabled", {
    good: [false],
    bad: [true],
    absent: "pass",
  }),
  "acr-public-access-disabled": propertyCases(compliantRegistry, "publicNetworkAccess", {
    good: ["Disabled", "disabled"],
    bad: ["Enabled"],
    absent: "fail",
  }),
  "acr-network-default-deny": {
    compliant: [compliantRegistry, publicRegistry, withInput(compliantRegistry, "networkRuleSet", undefined)],
    violating: [
      {
        subject: withInput(publicRegistry, "networkRuleSet.defaultAction", "Allow"),
        message: /networkRuleSet\.defaultAction is "Allow"; it must be "Deny"/,
      },
    ],
    absent: { subject: withInput(publicRegistry, "networkRuleSet", undefined), outcome: "fail" },
    unknown: propertyCases(publicRegistry, "networkRuleSet.defaultAction", {
      good: [],
      bad: [],
      absent: "fail",
    }).unknown,
  },
  "acr-sku-not-basic": propertyCases(compliantRegistry, "sku.name", {
    good: ["Premium", "Standard"],
    bad: ["Basic"],
    absent: "fail",
  }),
  "acr-export-disabled": propertyCases(compliantRegistry, "policies.exportPolicy.status", {
    good: ["disabled"],
    bad: ["enabled"],
    absent: "fail",
  }),
  "acr-webhook-https": {
    ...propertyCases(webhook, "serviceUri", { good: ["https://example.com"], bad: [], absent: "fail" }),
    violating: [
      {
        subject: withInput(webhook, "serviceUri", "http://example.com/hook?token=hidden"),
        message: /^serviceUri is not an https:\/\/ address\.\nRemedy/,
      },
    ],
  },
  "acr-private-endpoint": {
    compliant: [[compliantRegistry, endpointOf("registry")], []],
    violating: [
      {
        subject: [compliantRegistry, endpointOf("other")],
        message: /no private endpoint of the stack leads/,
      },
    ],
    absent: { subject: [compliantRegistry], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "acr-zone-redundant": {
    ...propertyCases(compliantRegistry, "zoneRedundancy", { good: [], bad: ["Disabled"], absent: "pass" }),
    compliant: [compliantRegistry, replication("northeurope")],
  },
  "acr-geo-replicated": {
    compliant: [[compliantRegistry, replication("North Europe")]],
    violating: [
      {
        subject: [compliantRegistry, replication("eastus")],
        message: /location is "eastus"; it must be one of/,
      },
      {
        subject: [{ ...compliantRegistry, name: "other" }, replication("northeurope")],
        message: /no replication of the stack belongs to the registry/,
      },
    ],
    absent: { subject: [compliantRegistry], outcome: "fail" },
    unknown: [[compliantRegistry, replication(unknown)]],
  },
  "acr-untagged-retention": {
    ...propertyCases(compliantRegistry, "policies.retentionPolicy.status", {
      good: [],
      bad: ["disabled"],
      absent: "fail",
    }),
    compliant: [compliantRegistry, softDeleting],
  },
  "acr-soft-delete": propertyCases(softDeleting, "policies.softDeletePolicy.status", {
    good: ["enabled"],
    bad: ["disabled"],
    absent: "fail",
  }),
  "acr-quarantine": propertyCases(compliantRegistry, "policies.quarantinePolicy.status", {
    good: ["enabled"],
    bad: ["disabled"],
    absent: "fail",
  }),
  "acr-content-trust": propertyCases(compliantRegistry, "policies.trustPolicy.status", {
    good: ["enabled"],
    bad: ["disabled"],
    absent: "fail",
  }),
  "acr-arm-tokens-refused": propertyCases(
    compliantRegistry,
    "policies.azureADAuthenticationAsArmPolicy.status",
    { good: ["disabled"], bad: ["enabled"], absent: "fail" },
  ),
  "acr-no-tokens": propertyCases(token, "status", { good: ["disabled"], bad: ["enabled"], absent: "fail" }),
  "acr-no-cache-rules": {
    compliant: [[compliantRegistry], []],
    violating: [
      {
        subject: [compliantRegistry, cacheRule],
        message: /the cache rule lets images of another registry in/,
      },
    ],
    absent: { subject: [compliantRegistry], outcome: "pass" },
    unknown: [],
    readsNoValue: true,
  },
  "acr-customer-managed-key": propertyCases(compliantRegistry, "encryption.status", {
    good: ["enabled"],
    bad: ["disabled"],
    absent: "fail",
  }),
  "acr-data-endpoints": {
    ...propertyCases(compliantRegistry, "dataEndpointEnabled", {
      good: [true],
      bad: [false],
      absent: "fail",
    }),
    compliant: [
      compliantRegistry,
      withInput(withInput(compliantRegistry, "sku.name", "Standard"), "dataEndpointEnabled", undefined),
    ],
  },
  "acr-audit-logs": {
    compliant: [
      [compliantRegistry, diagnosticsOf("registry", allLogs)],
      [
        compliantRegistry,
        diagnosticsOf("registry", { category: "ContainerRegistryLoginEvents", enabled: true }),
      ],
    ],
    violating: [
      {
        subject: [compliantRegistry, diagnosticsOf("registry", { ...allLogs, enabled: false })],
        message: /does not keep logs of audit/,
      },
    ],
    absent: { subject: [compliantRegistry], outcome: "fail" },
    unknown: [[compliantRegistry, diagnosticsOf("registry", { ...allLogs, enabled: unknown })]],
  },
  "acr-lock": {
    compliant: [[compliantRegistry, lock]],
    violating: [
      {
        subject: [{ ...compliantRegistry, name: "other" }, lock],
        message: /no lock of the stack holds the registry/,
      },
    ],
    absent: { subject: [compliantRegistry], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "acr-narrow-roles": {
    compliant: [
      [compliantRegistry, grant("7f951dda-4ed3-4680-a7ca-43fe172d538d")],
      [compliantRegistry, { ...grant(contributor), dependencies: { scope: ["vault"] } }],
    ],
    violating: [
      {
        subject: [compliantRegistry, grant(contributor)],
        message: /roleDefinitionId is ".*b24988ac.*"; it must be a role of the registry alone/,
      },
    ],
    absent: { subject: [compliantRegistry], outcome: "pass" },
    unknown: [[compliantRegistry, grant(unknown)]],
  },
  "acr-names": propertyCases(compliantRegistry, "registryName", {
    good: ["platform1", "Platform1"],
    bad: ["acr", "my-registry", "a".repeat(51)],
    absent: "pass",
  }),
};
