import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { allLogs, diagnosticsOf, endpointOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { RuleCases, ServiceCases } from "./rule-cases.ts";

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

const expiring = { notBefore: 1_700_000_000, expires: 1_700_000_000 + 300 * 86_400 };

const rotatingKey: TestResource = withInput(
  withInput(key, "properties.attributes", expiring),
  "properties.rotationPolicy",
  { lifetimeActions: [{ action: { type: "rotate" }, trigger: { timeAfterCreate: "P90D" } }] },
);

const vaultSecret: TestResource = {
  type: "azure-native:keyvault:Secret",
  inputs: { properties: { contentType: "password", value: unknown, attributes: expiring } },
};

const certificate: TestResource = {
  type: "azure:keyvault/certificate:Certificate",
  inputs: {
    certificatePolicy: {
      issuerParameters: { name: "DigiCert" },
      keyProperties: { exportable: true, keySize: 2048, keyType: "RSA", reuseKey: false },
      lifetimeActions: [{ action: { actionType: "AutoRenew" }, trigger: { daysBeforeExpiry: 30 } }],
      x509CertificateProperties: { validityInMonths: 12 },
    },
  },
};

const named = (kind: string, inputs: TestResource["inputs"]): TestResource => ({
  type: `azure-native:keyvault:${kind}`,
  inputs,
});

const vault: TestResource = { ...compliantVault, name: "vault" };

/** The cases of a rule that demands an end, at most this many days after the beginning. */
function expiryCases(base: TestResource, days: number): RuleCases {
  const begin = expiring.notBefore;
  return {
    ...propertyCases(base, "properties.attributes.expires", {
      good: [begin + days * 86_400],
      bad: [begin + (days + 1) * 86_400],
      absent: "fail",
    }),
    compliant: [base, withInput(base, "properties.attributes", { expires: 4_000_000_000 })],
  };
}

export const keyvaultCases: ServiceCases = {
  "keyvault-public-access-disabled": propertyCases(compliantVault, "properties.publicNetworkAccess", {
    good: ["Disabled", "SecuredByPerimeter"],
    bad: ["Enabled"],
    absent: "fail",
  }),
  "keyvault-private-endpoint": {
    compliant: [[vault, endpointOf("vault")]],
    violating: [
      { subject: [vault, endpointOf("other")], message: /no private endpoint of the stack leads to/ },
    ],
    absent: { subject: [vault], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "keyvault-audit-logs": {
    compliant: [
      [vault, diagnosticsOf("vault", allLogs)],
      [vault, diagnosticsOf("vault", { category: "AuditEvent", enabled: true })],
    ],
    violating: [
      {
        subject: [vault, diagnosticsOf("vault", { categoryGroup: "audit", enabled: false })],
        message: /the diagnostic setting of the resource does not keep logs of audit or AuditEvent/,
      },
      {
        subject: [vault, diagnosticsOf("other", allLogs)],
        message: /no diagnostic setting of the stack refers/,
      },
    ],
    absent: { subject: [vault], outcome: "fail" },
    unknown: [[vault, diagnosticsOf("vault", { categoryGroup: unknown, enabled: true })]],
  },
  "keyvault-key-expiry": expiryCases(rotatingKey, 730),
  "keyvault-secret-expiry": expiryCases(vaultSecret, 366),
  "keyvault-secret-content-type": propertyCases(vaultSecret, "properties.contentType", {
    good: ["password", "application/x-pkcs12"],
    bad: [""],
    absent: "fail",
  }),
  "keyvault-hsm-keys": propertyCases(key, "properties.kty", {
    good: ["RSA-HSM", "EC-HSM"],
    bad: ["RSA", "EC"],
    absent: "fail",
  }),
  "keyvault-key-rotation": {
    ...propertyCases(rotatingKey, "properties.rotationPolicy.lifetimeActions", {
      good: [[{ action: { type: "notify" } }, { action: { type: "Rotate" } }]],
      bad: [[], [{ action: { type: "notify" } }]],
      absent: "fail",
    }),
  },
  "keyvault-certificate-policy": {
    compliant: [
      certificate,
      { type: "azure:keyvault/certificate:Certificate", inputs: { certificate: { contents: unknown } } },
      withInput(certificate, "certificatePolicy.keyProperties", {
        keyType: "EC",
        curve: "P-384",
        reuseKey: false,
      }),
    ],
    violating: [
      {
        subject: withInput(certificate, "certificatePolicy.keyProperties.keySize", 1024),
        message: /keySize is 1024; it must be 2048 or more/,
      },
      {
        subject: withInput(certificate, "certificatePolicy.keyProperties.keyType", "oct"),
        message: /keyType is "oct"/,
      },
      {
        subject: withInput(certificate, "certificatePolicy.keyProperties", {
          keyType: "EC",
          curve: "P-256K",
        }),
        message: /curve is "P-256K"/,
      },
      {
        subject: withInput(certificate, "certificatePolicy.keyProperties.reuseKey", true),
        message: /reuseKey is true/,
      },
      {
        subject: withInput(certificate, "certificatePolicy.issuerParameters.name", "Unknown"),
        message: /name is "Unknown"/,
      },
      {
        subject: withInput(certificate, "certificatePolicy.x509CertificateProperties.validityInMonths", 24),
        message: /validityInMonths is 24; it must be 12 or less/,
      },
      {
        subject: withInput(certificate, "certificatePolicy.lifetimeActions", [
          { action: { actionType: "EmailContacts" } },
        ]),
        message: /lifetimeActions is a list of 1; it must hold an action "AutoRenew"/,
      },
    ],
    absent: { subject: withInput(certificate, "certificatePolicy", undefined), outcome: "fail" },
    unknown: [withInput(certificate, "certificatePolicy.keyProperties", unknown)],
  },
  "keyvault-names": {
    compliant: [
      named("Vault", { vaultName: "kv-platform-1" }),
      named("Key", { keyName: "disks" }),
      named("Secret", {}),
    ],
    violating: [
      {
        subject: named("Vault", { vaultName: "kv--platform" }),
        message: /vaultName is "kv--platform"; it must be 3 to 24/,
      },
      { subject: named("Vault", { vaultName: "1kv" }), message: /vaultName is "1kv"/ },
      {
        subject: named("Secret", { secretName: "db_password" }),
        message: /secretName is "db_password"; it must be 1 to 127/,
      },
    ],
    absent: { subject: named("Vault", {}), outcome: "pass" },
    unknown: [named("Vault", { vaultName: unknown })],
  },
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
      {
        subject: withInput(key, "properties", { kty: "EC", curveName: "P-256K" }),
        message: /curveName is "P-256K"; it must be "P-256", "P-384" or "P-521"/,
      },
    ],
  },
};
