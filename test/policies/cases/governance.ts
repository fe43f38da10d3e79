import type { TestResource } from "../../../policies/testing/index.ts";
import { secret, unknown } from "../../../policies/testing/index.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

const group: TestResource = {
  type: "azure-native:resources:ResourceGroup",
  name: "group",
  inputs: { location: "westeurope", tags: { project: "platform" } },
};
const vault: TestResource = {
  type: "azure-native:keyvault:Vault",
  name: "vault",
  inputs: { location: "West Europe", tags: { project: "platform" } },
  dependencies: { resourceGroupName: ["group"] },
};
const lock: TestResource = {
  type: "azure-native:authorization:ManagementLockByScope",
  name: "lock",
  inputs: { level: "CanNotDelete", scope: unknown },
  dependencies: { scope: ["group"] },
};
const registry: TestResource = {
  type: "azure-native:containerregistry:Registry",
  inputs: { sku: { name: "Premium" } },
};

const sqlServer = (administratorLoginPassword: unknown): TestResource => ({
  type: "azure-native:sql:Server",
  inputs: { administratorLogin: "app", administratorLoginPassword },
});
const environment = (env: readonly unknown[]): TestResource => ({
  type: "kubernetes:core/v1:Pod",
  inputs: { spec: { containers: [{ name: "main", env }] } },
});
export const kubeconfig = "apiVersion: v1\nkind: Config\nclusters:\n- name: aks\nusers: []\n";
const provider = (value: unknown): TestResource => ({
  type: "pulumi:providers:kubernetes",
  name: "provider",
  inputs: { kubeconfig: value },
});
const privateKey = ["-----BEGIN", "PRIVATE KEY-----"].join(" ");

export const governanceCases: ServiceCases = {
  "governance-locks": {
    compliant: [[vault, group, lock], [vault, { ...lock, dependencies: { scope: ["vault"] } }], [group]],
    violating: [
      {
        subject: [vault, { ...lock, dependencies: { scope: ["other"] } }],
        message: /no lock of the stack holds/,
      },
    ],
    absent: { subject: [vault, group], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "governance-allowed-locations": {
    ...propertyCases(vault, "location", {
      good: ["West Europe", "swedencentral", "global"],
      bad: ["eastus", "southeastasia"],
      absent: "pass",
    }),
  },
  "governance-tags": {
    ...propertyCases(vault, "tags", { good: [{ project: "platform" }], bad: [{}], absent: "fail" }),
    compliant: [vault, group],
  },
  "governance-allowed-types": {
    compliant: [vault, { type: "azure-native:dbforpostgresql:Server", inputs: {} }],
    violating: [
      {
        subject: { type: "azure-native:dbforpostgresql/v20171201:SingleServer", inputs: {} },
        message: /dbforpostgresql:SingleServer is denied; it must be a kind that is allowed/,
      },
      {
        subject: { type: "azure-native:dbformariadb:Server", inputs: {} },
        message: /dbformariadb:Server is denied/,
      },
    ],
    absent: { subject: { ...vault, inputs: {} }, outcome: "pass" },
    unknown: [],
    readsNoValue: true,
  },
  "governance-no-plain-secret": {
    compliant: [
      vault,
      sqlServer(secret("hunter22")),
      sqlServer(unknown),
      environment([
        { name: "DB_PASSWORD", value: secret("hunter22") },
        { name: "DB_PASSWORD_FILE", value: "/run/secrets/db" },
        { name: "DB_TOKEN", value: "$(TOKEN)" },
        { name: unknown, value: unknown },
      ]),
      { type: "kubernetes:core/v1:Secret", inputs: { stringData: secret({ password: "hunter22" }) } },
    ],
    violating: [
      {
        subject: environment([{ name: unknown }, { name: "DB_PASSWORD", value: "hunter22" }]),
        message: /env\[1\]\.value reads as a secret that stands in plain text; it must be a Pulumi secret/,
      },
      {
        subject: environment([{ name: "DB", value: "postgres://app:hunter22@db.example.com/app" }]),
        message: /env\[0\]\.value reads as a secret/,
      },
      {
        subject: { type: "kubernetes:core/v1:Secret", inputs: { stringData: { "tls.key": privateKey } } },
        message: /stringData\["tls\.key"\] reads as a secret/,
      },
      { subject: sqlServer("hunter22"), message: /administratorLoginPassword reads as a secret/ },
    ],
    absent: { subject: sqlServer(undefined), outcome: "pass" },
    unknown: [],
    readsNoValue: true,
  },
  "governance-no-ignored-security": {
    compliant: [
      vault,
      { ...vault, options: { ignoreChanges: ["tags", "agentPoolProfiles[0].count"] } },
      { type: "kubernetes:apps/v1:Deployment", inputs: {}, options: { ignoreChanges: ["spec.replicas"] } },
    ],
    violating: [
      {
        subject: { ...vault, options: { ignoreChanges: ["properties.networkAcls.defaultAction"] } },
        message: /ignoreChanges names "properties\.networkAcls\.defaultAction"/,
      },
      { subject: { ...vault, options: { ignoreChanges: ["properties"] } }, message: /"properties"/ },
      { subject: { ...vault, options: { ignoreChanges: ["*"] } }, message: /"\*"/ },
      {
        subject: {
          type: "kubernetes:apps/v1:Deployment",
          inputs: {},
          options: { ignoreChanges: ["spec.template.spec.containers[*].securityContext"] },
        },
        message: /securityContext/,
      },
    ],
    absent: { subject: { ...vault, options: {} }, outcome: "pass" },
    unknown: [],
    readsNoValue: true,
  },
  "governance-secret-outputs": {
    compliant: [[provider(secret(kubeconfig))], [provider("~/.kube/config")]],
    violating: [{ subject: [provider(kubeconfig)], message: /kubeconfig is a kubeconfig in plain text/ }],
    absent: { subject: [provider(undefined)], outcome: "pass" },
    unknown: [],
    readsNoValue: true,
  },
  "governance-stateful-protected": {
    compliant: [{ ...vault, options: { protect: true } }],
    violating: [{ subject: { ...vault, options: { protect: false } }, message: /option protect/ }],
    absent: { subject: vault, outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "governance-production-skus": {
    ...propertyCases(registry, "sku.name", {
      good: ["Standard", "Premium"],
      bad: ["Basic", "Free"],
      absent: "pass",
    }),
    violating: [
      {
        subject: withInput(registry, "sku.name", "Basic"),
        message: /sku\.name is "Basic"; it must be a tier/,
      },
      { subject: withInput(registry, "sku.tier", "Consumption"), message: /sku\.tier is "Consumption"/ },
    ],
  },
};
