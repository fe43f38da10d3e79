import { fileServices } from "../../azure/storage-service.ts";
import { each } from "../../evaluate.ts";
import type { Finding } from "../../finding.ts";
import type { Property } from "../../property.ts";
import { stackRule } from "../../rule.ts";

/** The settings are lists in one string, whose items end in semicolons. */
function* onlyItem(list: Property, item: string): Iterable<Finding> {
  const items = (list.string ?? "").split(";").map((text) => text.trim().toLowerCase());
  const named = items.filter((text) => text !== "");
  if (named.length === 0 || named.some((text) => text !== item.toLowerCase()))
    yield list.violates(`must be ${item} alone`);
}

export default stackRule({
  id: "storage-smb-encryption",
  title: "File shares speak SMB 3.1.1 with AES-256-GCM only",
  severity: "medium",
  description:
    "By default an account also accepts SMB 2.1 and 3.0 and weaker ciphers, so that a client may choose to speak without sound encryption.",
  remediation:
    'Add a storage.FileServiceProperties for the account with protocolSettings.smb: { versions: "SMB3.1.1", channelEncryption: "AES-256-GCM" }.',
  references: {
    catalogue: ["STO-23"],
    cis: ["Found6 9.1.2", "Found6 9.1.3"],
    prowler: [
      "storage_smb_protocol_version_is_latest",
      "storage_smb_channel_encryption_with_secure_algorithm",
    ],
    nist: ["SC-8", "SC-8(1)", "SC-13"],
    docs: ["https://learn.microsoft.com/azure/storage/files/files-smb-protocol"],
  },
  appliesTo: ["azure-native:storage:FileShare"],
  reads: fileServices,
  check: (stack) =>
    each(stack.ofType("azure-native:storage:FileShare"), function* (share) {
      if (share.props.at("enabledProtocols").is("NFS")) return;
      const accounts = share.dependenciesOf("accountName");
      const services = stack
        .ofType(...fileServices)
        .filter((service) => service.dependenciesOf("accountName").some((urn) => accounts.includes(urn)));
      if (services.length === 0)
        yield {
          path: "",
          message: "the stack sets no SMB versions for the share's account",
          resource: share,
        };
      for (const service of services) {
        const smb = service.props.at("protocolSettings.smb");
        for (const finding of [
          ...onlyItem(smb.at("versions"), "SMB3.1.1"),
          ...onlyItem(smb.at("channelEncryption"), "AES-256-GCM"),
        ])
          yield { ...finding, resource: service };
      }
    }),
});
