import { nameOf } from "../../azure/resource-name.ts";
import type { NameFormat } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

const identityName: NameFormat = {
  pattern: /^[A-Za-z0-9][\w-]{2,127}$/,
  allowed: "3 to 128 letters, digits, dashes and underscores, beginning with a letter or digit",
};

const groupName: NameFormat = {
  pattern: /^[\p{L}\p{N}_().-]{0,89}[\p{L}\p{N}_()-]$/u,
  allowed: "1 to 90 letters, digits, underscores, parentheses, dashes and periods, not ending with a period",
};

export default resourceRule({
  id: "identity-names",
  title: "Names of managed identities are ones that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses stops an update in the middle; left out, Pulumi makes one up.",
  remediation:
    "Name an identity with 3 to 128 letters, digits, dashes and underscores, and a resource group with at most 90 characters that do not end with a period.",
  references: {
    catalogue: ["IAM-14"],
    psrule: ["Group.Name", "Group.Naming", "Identity.UserAssignedName"],
    nist: ["CM-6", "CM-8"],
    docs: ["https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules"],
  },
  appliesTo: ["azure-native:managedidentity:UserAssignedIdentity", "azure-native:resources:ResourceGroup"],
  check: (resource) =>
    resource.kind.name === "ResourceGroup"
      ? nameOf("resourceGroupName", groupName)(resource)
      : nameOf("resourceName", identityName)(resource),
});
