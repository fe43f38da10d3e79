import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

/** All permissions of a share, and of a table. */
const everyPermission: Readonly<Record<string, string>> = { FileShare: "rwdl", Table: "raud" };

export default resourceRule({
  id: "storage-no-full-stored-access",
  title: "No stored access policy of a share or table grants every permission",
  severity: "high",
  description:
    "A signature that names such a policy may read, write and delete all that is there; it is as good as a key.",
  remediation: "Leave out of signedIdentifiers[].accessPolicy.permission what the client does not need.",
  references: {
    catalogue: ["STO-28"],
    kics: ["tf:storage_share_file_allows_all_acl_permissions", "tf:storage_table_allows_all_acl_permissions"],
    nist: ["AC-3", "AC-6"],
    docs: ["https://learn.microsoft.com/rest/api/storageservices/define-stored-access-policy"],
  },
  appliesTo: ["azure-native:storage:FileShare", "azure-native:storage:Table"],
  *check({ kind, props }) {
    const every = everyPermission[kind.name] ?? "";
    yield* each(props.at("signedIdentifiers").items(), function* (identifier) {
      const permission = identifier.at("accessPolicy.permission");
      const granted = permission.string?.toLowerCase();
      if (granted !== undefined && [...every].every((letter) => granted.includes(letter)))
        yield permission.violates("must not grant every permission");
    });
  },
});
