import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A vault that breaks no rule. */
export const compliantVault: TestResource = {
  type: "azure-native:keyvault:Vault",
  inputs: {
    properties: {
      enableRbacAuthorization: true,
      enablePurgeProtection: true,
      enableSoftDelete: true,
      publicNetworkAccess: "Disabled",
      networkAcls: { defaultAction: "Deny" },
    },
  },
};

const publicVault = withInput(compliantVault, "properties.publicNetworkAccess", "Enabled");

const key: TestResource = {
  type: "azure-native:keyvault:Key",
  inputs: { properties: { kty: "RSA", keySize: 3072 } },
};

export const keyvaultCases: ServiceCases = {
  "keyvault-rbac-authorization": propertyCases(compliantVault, "properties.enableRbacAuthorization", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "keyvault-purge-protection": propertyCases(compliantVault, "properties.enablePurgeProtection", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "keyvault-soft-delete": propertyCases(compliantVault, "properties.enableSoftDelete", {
    good: [true],
    bad: [false],
    absent: "pass",
  }),
  "keyvault-network-default-deny": {
    compliant: [compliantVault, publicVault, withInput(compliantVault, "properties.networkAcls", undefined)],
    violating: [
      {
        subject: withInput(publicVault, "properties.networkAcls.defaultAction", "Allow"),
        message: /networkAcls\.defaultAction is "Allow"; it must be "Deny"/,
      },
    ],
    absent: { subject: withInput(publicVault, "properties.networkAcls", undefined), outcome: "fail" },
    unknown: [withInput(publicVault, "properties.networkAcls", unknown)],
  },
  "keyvault-no-access-policies": {
    compliant: [compliantVault, withInput(compliantVault, "properties.accessPolicies", [])],
    violating: [
      {
        subject: withInput(compliantVault, "properties.accessPolicies", [{ objectId: "x" }]),
        message: /accessPolicies is a list of 1; it must be empty/,
      },
      {
        subject: { type: "azure-native:keyvault:AccessPolicy", inputs: {} },
        message: /adds an access policy/,
      },
    ],
    absent: { subject: withInput(compliantVault, "properties.accessPolicies", undefined), outcome: "pass" },
    unknown: [withInput(compliantVault, "properties.accessPolicies", unknown)],
  },
  "keyvault-key-strength": {
    ...propertyCases(key, "properties.kty", {
      good: ["RSA", "EC-HSM"],
      bad: ["oct", "oct-HSM"],
      absent: "fail",
    }),
    compliant: [
      key,
      withInput(key, "properties.keySize", undefined),
      withInput(key, "properties", { kty: "EC" }),
    ],
    violating: [
      { subject: withInput(key, "properties.kty", "oct"), message: /properties\.kty is "oct"/ },
      {
        subject: withInput(key, "properties.keySize", 1024),
        message: /keySize is 1024; it must be 2048 or more/,
      },
    ],
  },
};
