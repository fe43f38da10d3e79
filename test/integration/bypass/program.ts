/** Registers one resource that complies, and then one that breaks a mandatory rule, in the way that WAY names. */
import * as pulumi from "@pulumi/pulumi";
import { installGuard } from "../../../policies/guard.ts";

installGuard();

class Account extends pulumi.CustomResource {
  constructor(name: string, props: pulumi.Inputs, opts: pulumi.CustomResourceOptions = {}, type = account) {
    super(type, name, props, { version: "1.0.0", ...opts });
  }
}

const account = "azure-native:storage:StorageAccount";
const compliant = {
  allowBlobPublicAccess: false,
  enableHttpsTrafficOnly: true,
  minimumTlsVersion: "TLS1_2",
  publicNetworkAccess: "Disabled",
};
const offending = { ...compliant, enableHttpsTrafficOnly: false };

class First extends pulumi.CustomResource {}
const first = new First("random:index:First", "first", { open: false, later: true }, { version: "1.0.0" });

const ways: Readonly<Record<string, () => void>> = {
  plain: () => void new Account("offender", offending),
  component: () => {
    const parent = new pulumi.ComponentResource("test:index:Box", "box");
    void new Account("offender", offending, { parent });
  },
  "remote component": () =>
    void new pulumi.ComponentResource("remote:index:Box", "box", {}, { version: "1.0.0" }, true),
  "another API version": () =>
    void new Account("offender", offending, {}, "azure-native:storage/v20230101:StorageAccount"),
  "the package of one API version": () =>
    void new Account("offender", offending, {}, "azure-native_storage_v20230101:storage:StorageAccount"),
  "an import": () => void new Account("offender", offending, { import: "offender" }),
  "a secret": () =>
    void new Account("offender", { ...compliant, enableHttpsTrafficOnly: pulumi.secret(false) }),
  "a value that is not known at preview": () =>
    void new Account("offender", {
      ...compliant,
      enableHttpsTrafficOnly: first.id.apply((id: string) => id === ""),
    }),
  "a stack output": () => {},
  nothing: () => void new Account("innocent", compliant),
};

const way = ways[process.env["WAY"] ?? ""];
if (way === undefined) throw new Error("WAY names no way");
way();

export const password = process.env["WAY"] === "a stack output" ? "hunter22hunter22" : undefined;
