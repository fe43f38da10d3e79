import type { TestResource } from "../../../policies/testing/index.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A cluster that breaks no rule. */
export const compliantCluster: TestResource = {
  type: "azure-native:containerservice:ManagedCluster",
  inputs: {
    disableLocalAccounts: true,
    enableRBAC: true,
    aadProfile: { managed: true, enableAzureRBAC: true },
    identity: { type: "UserAssigned" },
    apiServerAccessProfile: { enablePrivateCluster: true, disableRunCommand: true },
    networkProfile: { networkPlugin: "azure", networkPolicy: "cilium" },
    oidcIssuerProfile: { enabled: true },
    securityProfile: { workloadIdentity: { enabled: true } },
    addonProfiles: {
      azurepolicy: { enabled: true },
      azureKeyvaultSecretsProvider: { enabled: true, config: { enableSecretRotation: "true" } },
    },
    agentPoolProfiles: [
      { name: "system", mode: "System", enableNodePublicIP: false },
      { name: "user", mode: "User" },
    ],
  },
};

const agentPool: TestResource = {
  type: "azure-native:containerservice:AgentPool",
  inputs: { mode: "User", enableNodePublicIP: false },
};

const publicCluster = withInput(compliantCluster, "apiServerAccessProfile.enablePrivateCluster", false);

export const aksCases: ServiceCases = {
  "aks-local-accounts-disabled": propertyCases(compliantCluster, "disableLocalAccounts", {
    good: [true],
    bad: [false, "true", null],
    absent: "fail",
  }),
  "aks-kubernetes-rbac": propertyCases(compliantCluster, "enableRBAC", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "aks-entra-integration": propertyCases(compliantCluster, "aadProfile.managed", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "aks-azure-rbac": propertyCases(compliantCluster, "aadProfile.enableAzureRBAC", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "aks-api-server-access-restricted": {
    compliant: [
      compliantCluster,
      withInput(publicCluster, "apiServerAccessProfile.authorizedIPRanges", [
        "203.0.113.0/24",
        "198.51.100.7/32",
      ]),
    ],
    violating: [
      { subject: publicCluster, message: /authorizedIPRanges is absent/ },
      {
        subject: withInput(publicCluster, "apiServerAccessProfile.authorizedIPRanges", []),
        message: /authorizedIPRanges is an empty list/,
      },
      {
        subject: withInput(publicCluster, "apiServerAccessProfile.authorizedIPRanges", [
          "203.0.113.0/24",
          "0.0.0.0/0",
        ]),
        message: /authorizedIPRanges\[1\] is "0\.0\.0\.0\/0"; it must not admit every address/,
      },
      {
        subject: withInput(publicCluster, "apiServerAccessProfile.authorizedIPRanges", ["10.0.0.0/0"]),
        message: /must not admit every address/,
      },
    ],
    absent: { subject: withInput(compliantCluster, "apiServerAccessProfile", undefined), outcome: "fail" },
    unknown: propertyCases(compliantCluster, "apiServerAccessProfile.enablePrivateCluster", {
      good: [],
      bad: [],
      absent: "fail",
    }).unknown,
  },
  "aks-network-policy": propertyCases(compliantCluster, "networkProfile.networkPolicy", {
    good: ["cilium", "azure", "calico", "Azure"],
    bad: ["none", "", 1],
    absent: "fail",
  }),
  "aks-workload-identity": {
    ...propertyCases(compliantCluster, "securityProfile.workloadIdentity.enabled", {
      good: [true],
      bad: [false],
      absent: "fail",
    }),
    violating: [
      ...propertyCases(compliantCluster, "securityProfile.workloadIdentity.enabled", {
        good: [],
        bad: [false],
        absent: "fail",
      }).violating,
      ...propertyCases(compliantCluster, "oidcIssuerProfile.enabled", {
        good: [],
        bad: [false],
        absent: "fail",
      }).violating,
    ],
  },
  "aks-azure-policy-addon": {
    ...propertyCases(compliantCluster, "addonProfiles.azurepolicy.enabled", {
      good: [true],
      bad: [false],
      absent: "fail",
    }),
    compliant: [
      compliantCluster,
      withInput(compliantCluster, "addonProfiles", { azurePolicy: { enabled: true } }),
      withInput(compliantCluster, "addonProfiles", { AzurePolicy: { enabled: true } }),
    ],
  },
  "aks-secret-rotation": {
    ...propertyCases(
      compliantCluster,
      "addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation",
      {
        good: ["true", "True"],
        bad: ["false"],
        absent: "fail",
      },
    ),
    violating: [
      {
        subject: withInput(compliantCluster, "addonProfiles.azureKeyvaultSecretsProvider.enabled", false),
        message: /azureKeyvaultSecretsProvider\.enabled is false/,
      },
      {
        subject: withInput(
          compliantCluster,
          "addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation",
          "false",
        ),
        message: /enableSecretRotation is "false"; it must be "true"/,
      },
    ],
  },
  "aks-run-command-disabled": propertyCases(compliantCluster, "apiServerAccessProfile.disableRunCommand", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "aks-no-public-node-ip": {
    compliant: [compliantCluster, agentPool],
    violating: [
      {
        subject: withInput(compliantCluster, "agentPoolProfiles.1.enableNodePublicIP", true),
        message: /agentPoolProfiles\[1\]\.enableNodePublicIP is true/,
      },
      { subject: withInput(agentPool, "enableNodePublicIP", true), message: /enableNodePublicIP is true/ },
    ],
    absent: { subject: withInput(agentPool, "enableNodePublicIP", undefined), outcome: "pass" },
    unknown: propertyCases(compliantCluster, "agentPoolProfiles.0.enableNodePublicIP", {
      good: [],
      bad: [],
      absent: "pass",
    }).unknown,
  },
  "aks-managed-identity": {
    ...propertyCases(compliantCluster, "identity.type", {
      good: ["UserAssigned", "SystemAssigned"],
      bad: ["None"],
      absent: "fail",
    }),
    violating: [
      { subject: withInput(compliantCluster, "identity.type", "None"), message: /identity\.type is "None"/ },
      {
        subject: withInput(compliantCluster, "servicePrincipalProfile", { clientId: "0d1e2f3a" }),
        message: /servicePrincipalProfile\.clientId is "0d1e2f3a"; it must be left out/,
      },
    ],
    compliant: [
      compliantCluster,
      withInput(compliantCluster, "servicePrincipalProfile", { clientId: "msi" }),
    ],
  },
  "aks-http-application-routing-off": propertyCases(
    compliantCluster,
    "addonProfiles.httpApplicationRouting.enabled",
    {
      good: [false],
      bad: [true],
      absent: "pass",
    },
  ),
};
