/** A component plugin: what it makes is registered from a process of its own, not from the program's. */
import * as pulumi from "@pulumi/pulumi";
import { main } from "@pulumi/pulumi/provider/index.js";

class Account extends pulumi.CustomResource {
  constructor(name: string, opts: pulumi.CustomResourceOptions) {
    super("azure-native:storage:StorageAccount", name, { enableHttpsTrafficOnly: false }, opts);
  }
}

await main(
  {
    version: "1.0.0",
    construct(name, type, _inputs, options) {
      const box = new pulumi.ComponentResource(type, name, {}, options);
      new Account("offender", { parent: box, version: "1.0.0" });
      return Promise.resolve({ urn: box.urn, state: {} });
    },
  },
  process.argv.slice(2),
);
