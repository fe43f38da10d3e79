import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { allLogs, defenderPlan, diagnosticsOf, endpointOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { RuleCases, ServiceCases } from "./rule-cases.ts";

/** A storage account that breaks no rule about one resource. */
const account: TestResource = {
  type: "azure-native:storage:StorageAccount",
  name: "account",
  inputs: {
    kind: "StorageV2",
    sku: { name: "Standard_ZRS" },
    enableHttpsTrafficOnly: true,
    minimumTlsVersion: "TLS1_2",
    allowBlobPublicAccess: false,
    allowSharedKeyAccess: false,
    allowCrossTenantReplication: false,
    defaultToOAuthAuthentication: true,
    isLocalUserEnabled: false,
    publicNetworkAccess: "Enabled",
    networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
    encryption: {
      keySource: "Microsoft.Keyvault",
      requireInfrastructureEncryption: true,
      services: { queue: { keyType: "Account" }, table: { keyType: "Account" } },
    },
  },
};

const keyed = withInput(
  withInput(withInput(account, "allowSharedKeyAccess", true), "keyPolicy.keyExpirationPeriodInDays", 90),
  "sasPolicy.sasExpirationPeriod",
  "1.00:00:00",
);

const scope: TestResource = {
  type: "azure-native:storage:EncryptionScope",
  inputs: { source: "Microsoft.KeyVault", requireInfrastructureEncryption: true },
};

const container: TestResource = {
  type: "azure-native:storage:BlobContainer",
  inputs: { publicAccess: "None" },
};

const kept = { enabled: true, days: 7 };

const blobs: TestResource = {
  type: "azure-native:storage:BlobServiceProperties",
  name: "blobs",
  inputs: {
    accountName: unknown,
    isVersioningEnabled: true,
    deleteRetentionPolicy: kept,
    containerDeleteRetentionPolicy: kept,
  },
  dependencies: { accountName: ["account"] },
};

const files: TestResource = {
  type: "azure-native:storage:FileServiceProperties",
  name: "files",
  inputs: {
    accountName: unknown,
    shareDeleteRetentionPolicy: kept,
    protocolSettings: { smb: { versions: "SMB3.1.1;", channelEncryption: "AES-256-GCM;" } },
  },
  dependencies: { accountName: ["account"] },
};

const share: TestResource = {
  type: "azure-native:storage:FileShare",
  name: "share",
  inputs: { accountName: unknown },
  dependencies: { accountName: ["account"] },
};

const table: TestResource = { type: "azure-native:storage:Table", name: "table", inputs: {} };
const fileAccount = withInput(account, "kind", "FileStorage");
const policyOf = (permission: unknown) => [{ id: "clients", accessPolicy: { permission } }];

const defender: TestResource = {
  type: "azure-native:security:DefenderForStorage",
  name: "defender",
  inputs: {
    resourceId: unknown,
    properties: {
      isEnabled: true,
      malwareScanning: { onUpload: { isEnabled: true } },
      sensitiveDataDiscovery: { isEnabled: true },
    },
  },
  dependencies: { resourceId: ["account"] },
};

const backup: TestResource = {
  type: "azure-native:dataprotection:BackupInstance",
  name: "backup",
  inputs: { properties: { dataSourceInfo: { resourceID: unknown } } },
  dependencies: { properties: ["account"] },
};

const lock: TestResource = {
  type: "azure-native:authorization:ManagementLockByScope",
  name: "lock",
  inputs: { level: "CanNotDelete", scope: unknown },
  dependencies: { scope: ["account"] },
};

const groupLock: TestResource = {
  type: "azure-native:authorization:ManagementLockAtResourceGroupLevel",
  name: "lock",
  inputs: { level: "CanNotDelete", resourceGroupName: unknown },
  dependencies: { resourceGroupName: ["group"] },
};

const grouped: TestResource = { ...account, dependencies: { resourceGroupName: ["group"] } };

/** The cases of a rule about soft delete, one policy of one service. */
function softDelete(
  holder: TestResource,
  service: TestResource,
  policy: string,
  exempt: TestResource,
): RuleCases {
  return {
    compliant: [[holder, service], [holder, withInput(service, `${policy}.days`, 365)], [exempt], []],
    violating: [
      { subject: [holder], message: new RegExp(`the stack sets no ${policy} for the account`) },
      {
        subject: [holder, withInput(service, `${policy}.enabled`, false)],
        message: new RegExp(`${policy}\\.enabled is false; it must be true`),
      },
      {
        subject: [holder, withInput(service, `${policy}.days`, 1)],
        message: new RegExp(`${policy}\\.days is 1; it must be at least 7`),
      },
    ],
    absent: { subject: [holder, withInput(service, policy, undefined)], outcome: "fail" },
    unknown: [
      [holder, withInput(service, `${policy}.enabled`, unknown)],
      [holder, withInput(service, `${policy}.days`, unknown)],
    ],
  };
}

export const storageCases: ServiceCases = {
  "storage-https-only": propertyCases(account, "enableHttpsTrafficOnly", {
    good: [true],
    bad: [false],
    absent: "pass",
  }),
  "storage-minimum-tls": propertyCases(account, "minimumTlsVersion", {
    good: ["TLS1_2", "TLS1_3"],
    bad: ["TLS1_0", "TLS1_1"],
    absent: "fail",
  }),
  "storage-anonymous-access-off": propertyCases(account, "allowBlobPublicAccess", {
    good: [false],
    bad: [true],
    absent: "fail",
  }),
  "storage-container-private": propertyCases(container, "publicAccess", {
    good: ["None"],
    bad: ["Blob", "Container"],
    absent: "pass",
  }),
  "storage-public-access-disabled": propertyCases(account, "publicNetworkAccess", {
    good: ["Disabled", "SecuredByPerimeter"],
    bad: ["Enabled"],
    absent: "fail",
  }),
  "storage-network-default-deny": {
    compliant: [
      account,
      withInput(withInput(account, "networkRuleSet", undefined), "publicNetworkAccess", "Disabled"),
      withInput(account, "networkRuleSet.ipRules", [{ iPAddressOrRange: "203.0.113.0/24" }]),
    ],
    violating: [
      {
        subject: withInput(account, "networkRuleSet.defaultAction", "Allow"),
        message: /networkRuleSet\.defaultAction is "Allow"/,
      },
      {
        subject: withInput(account, "networkRuleSet.ipRules", [{ iPAddressOrRange: "0.0.0.0/0" }]),
        message: /ipRules\[0\]\.iPAddressOrRange is "0\.0\.0\.0\/0"; it must not be every address/,
      },
    ],
    absent: { subject: withInput(account, "networkRuleSet", undefined), outcome: "fail" },
    unknown: [
      withInput(account, "networkRuleSet.defaultAction", unknown),
      withInput(account, "networkRuleSet.ipRules", [{ iPAddressOrRange: unknown }]),
      withInput(account, "publicNetworkAccess", unknown),
    ],
  },
  "storage-trusted-services-bypass": propertyCases(account, "networkRuleSet.bypass", {
    good: ["AzureServices", "Logging, Metrics, AzureServices"],
    bad: ["None", "Logging"],
    absent: "pass",
  }),
  "storage-private-endpoint": {
    compliant: [[account, endpointOf("account")], []],
    violating: [{ subject: [account, endpointOf("other")], message: /no private endpoint of the stack/ }],
    absent: { subject: [account], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "storage-shared-key-off": propertyCases(account, "allowSharedKeyAccess", {
    good: [false],
    bad: [true],
    absent: "fail",
  }),
  "storage-local-users-off": {
    compliant: [account, withInput(account, "isSftpEnabled", false)],
    violating: [
      { subject: withInput(account, "isLocalUserEnabled", true), message: /isLocalUserEnabled is true/ },
      { subject: withInput(account, "isSftpEnabled", true), message: /isSftpEnabled is true/ },
      {
        subject: { type: "azure-native:storage:LocalUser", inputs: { username: "partner" } },
        message: /the local user "partner" is declared/,
      },
    ],
    absent: { subject: withInput(account, "isLocalUserEnabled", undefined), outcome: "fail" },
    unknown: [
      withInput(account, "isLocalUserEnabled", unknown),
      withInput(account, "isSftpEnabled", unknown),
    ],
  },
  "storage-key-expiry": {
    compliant: [keyed, withInput(keyed, "keyPolicy.keyExpirationPeriodInDays", 30), account],
    violating: [
      {
        subject: withInput(keyed, "keyPolicy.keyExpirationPeriodInDays", 365),
        message: /keyExpirationPeriodInDays is 365; it must be at most 90/,
      },
      { subject: withInput(keyed, "sasPolicy", undefined), message: /sasExpirationPeriod is absent/ },
    ],
    absent: { subject: withInput(keyed, "keyPolicy", undefined), outcome: "fail" },
    unknown: [
      withInput(keyed, "keyPolicy.keyExpirationPeriodInDays", unknown),
      withInput(keyed, "sasPolicy", unknown),
    ],
  },
  "storage-default-entra-authorization": propertyCases(account, "defaultToOAuthAuthentication", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "storage-no-cross-tenant-replication": propertyCases(account, "allowCrossTenantReplication", {
    good: [false],
    bad: [true],
    absent: "fail",
  }),
  "storage-customer-managed-key": {
    compliant: [account, scope],
    violating: [
      {
        subject: withInput(account, "encryption.keySource", "Microsoft.Storage"),
        message: /encryption\.keySource is "Microsoft\.Storage"/,
      },
      {
        subject: withInput(account, "encryption.services.queue.keyType", "Service"),
        message: /encryption\.services\.queue\.keyType is "Service"/,
      },
      { subject: withInput(scope, "source", "Microsoft.Storage"), message: /source is "Microsoft\.Storage"/ },
    ],
    absent: { subject: withInput(account, "encryption", undefined), outcome: "fail" },
    unknown: [withInput(account, "encryption.keySource", unknown), withInput(scope, "source", unknown)],
  },
  "storage-infrastructure-encryption": {
    compliant: [account, scope],
    violating: [
      {
        subject: withInput(account, "encryption.requireInfrastructureEncryption", false),
        message: /encryption\.requireInfrastructureEncryption is false/,
      },
      {
        subject: withInput(scope, "requireInfrastructureEncryption", undefined),
        message: /requireInfrastructureEncryption is absent/,
      },
    ],
    absent: { subject: withInput(account, "encryption", undefined), outcome: "fail" },
    unknown: [withInput(account, "encryption.requireInfrastructureEncryption", unknown)],
  },
  "storage-replicated": propertyCases(account, "sku.name", {
    good: ["Standard_ZRS", "Standard_GRS", "Premium_ZRS", "StandardV2_GZRS"],
    bad: ["Standard_LRS", "Premium_LRS", "PremiumV2_LRS"],
    absent: "fail",
  }),
  "storage-blob-soft-delete": softDelete(account, blobs, "deleteRetentionPolicy", fileAccount),
  "storage-container-soft-delete": softDelete(account, blobs, "containerDeleteRetentionPolicy", fileAccount),
  "storage-share-soft-delete": softDelete(fileAccount, files, "shareDeleteRetentionPolicy", account),
  "storage-blob-versioning": {
    compliant: [
      [account, blobs],
      [withInput(account, "immutableStorageWithVersioning", { enabled: true })],
      [fileAccount],
    ],
    violating: [
      {
        subject: [account, withInput(blobs, "isVersioningEnabled", false)],
        message: /the stack neither turns on versioning/,
      },
      { subject: [account], message: /the stack neither turns on versioning/ },
    ],
    absent: { subject: [account, withInput(blobs, "isVersioningEnabled", undefined)], outcome: "fail" },
    unknown: [[account, withInput(blobs, "isVersioningEnabled", unknown)]],
  },
  "storage-data-plane-logs": {
    compliant: [
      [account, diagnosticsOf("account", allLogs)],
      [account, diagnosticsOf("account", { category: "StorageDelete", enabled: true })],
      [account, diagnosticsOf("account", { categoryGroup: "audit", enabled: true })],
    ],
    violating: [
      {
        subject: [account, diagnosticsOf("other", allLogs)],
        message: /no diagnostic setting of the stack refers to the resource/,
      },
      {
        subject: [account, diagnosticsOf("account", { ...allLogs, enabled: false })],
        message: /does not keep logs of audit or StorageRead/,
      },
    ],
    absent: { subject: [account], outcome: "fail" },
    unknown: [[account, diagnosticsOf("account", { categoryGroup: unknown, enabled: true })]],
  },
  "storage-defender": {
    compliant: [
      [account, defender],
      [account, defenderPlan("StorageAccounts")],
    ],
    violating: [
      {
        subject: [account, withInput(defender, "properties.isEnabled", false)],
        message: /properties\.isEnabled is false/,
      },
      {
        subject: [account, withInput(defender, "properties.malwareScanning", undefined)],
        message: /malwareScanning\.onUpload\.isEnabled is absent/,
      },
      {
        subject: [account, defenderPlan("StorageAccounts", "Free")],
        message: /nothing in the stack turns on Defender for Storage/,
      },
    ],
    absent: { subject: [account], outcome: "fail" },
    unknown: [[account, withInput(defender, "properties.isEnabled", unknown)]],
  },
  "storage-smb-encryption": {
    compliant: [[share, files], [withInput(share, "enabledProtocols", "NFS")], [account]],
    violating: [
      {
        subject: [share, withInput(files, "protocolSettings.smb.versions", "SMB2.1;SMB3.0;SMB3.1.1;")],
        message: /smb\.versions is "SMB2\.1;SMB3\.0;SMB3\.1\.1;"; it must be SMB3\.1\.1 alone/,
      },
      {
        subject: [share, withInput(files, "protocolSettings.smb.channelEncryption", "AES-128-CCM")],
        message: /channelEncryption is "AES-128-CCM"/,
      },
      { subject: [share], message: /the stack sets no SMB versions/ },
    ],
    absent: { subject: [share, withInput(files, "protocolSettings", undefined)], outcome: "fail" },
    unknown: [[share, withInput(files, "protocolSettings.smb.versions", unknown)]],
  },
  "storage-blob-backup": {
    compliant: [[account, backup], [fileAccount]],
    violating: [
      {
        subject: [account, { ...backup, dependencies: { properties: ["other"] } }],
        message: /no backup instance of the stack refers to the account/,
      },
    ],
    absent: { subject: [account], outcome: "fail" },
    unknown: [[withInput(account, "kind", unknown)]],
  },
  "storage-lock": {
    compliant: [
      [account, lock],
      [grouped, groupLock],
      [grouped, { ...lock, dependencies: { scope: ["group"] } }],
    ],
    violating: [
      {
        subject: [account, { ...lock, dependencies: { scope: ["other"] } }],
        message: /no lock of the stack holds the account/,
      },
    ],
    absent: { subject: [account], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "storage-allowed-sku": propertyCases(account, "sku.name", {
    good: ["Standard_ZRS", "Standard_GRS"],
    bad: ["Standard_LRS", "Premium_LRS"],
    absent: "fail",
  }),
  "storage-names": propertyCases(account, "accountName", {
    good: ["platform01"],
    bad: ["Platform", "a", "with-hyphen"],
    absent: "pass",
  }),
  "storage-no-full-stored-access": {
    compliant: [
      withInput(share, "signedIdentifiers", policyOf("rl")),
      withInput(table, "signedIdentifiers", policyOf("rau")),
    ],
    violating: [
      {
        subject: withInput(share, "signedIdentifiers", policyOf("rcwdl")),
        message: /signedIdentifiers\[0\]\.accessPolicy\.permission is "rcwdl"/,
      },
      {
        subject: withInput(table, "signedIdentifiers", policyOf("raud")),
        message: /must not grant every permission/,
      },
    ],
    absent: { subject: share, outcome: "pass" },
    unknown: [
      withInput(share, "signedIdentifiers", unknown),
      withInput(table, "signedIdentifiers", policyOf(unknown)),
    ],
  },
};
