import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-local-users-off",
  title: "Storage accounts have no local users",
  severity: "medium",
  description:
    "Local users of SFTP sign in with passwords and keys that Entra ID neither knows nor can revoke.",
  remediation: "Set isLocalUserEnabled: false and isSftpEnabled: false, and declare no storage.LocalUser.",
  references: {
    catalogue: ["STO-10"],
    checkov: ["CKV_AZURE_244"],
    nist: ["AC-2", "IA-2"],
    docs: ["https://learn.microsoft.com/azure/storage/blobs/secure-file-transfer-protocol-support"],
  },
  appliesTo: ["azure-native:storage:StorageAccount", "azure-native:storage:LocalUser"],
  *check({ kind, name, props }) {
    if (kind.name === "LocalUser") {
      const user = props.at("username").string ?? name;
      yield { path: "", message: `the local user ${JSON.stringify(user)} is declared; there must be none` };
      return;
    }
    const sftp = props.at("isSftpEnabled");
    if (sftp.is(true)) yield sftp.violates("must not be true");
    yield* demandOneOf(props.at("isLocalUserEnabled"), [false]);
  },
});
