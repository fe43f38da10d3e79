import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "governance-allowed-types",
  title: "No resource of a retired or denied kind is made",
  severity: "medium",
  description: "What Azure has retired gets no security fixes, and is gone one day with what it holds.",
  remediation: "Use the service's successor, for example a flexible server instead of a single server.",
  references: {
    catalogue: ["IAM-11"],
    azurePolicy: ["a08ec900", "6c112d4e"],
    nist: ["CM-7", "SA-22"],
    docs: ["https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies#general"],
  },
  appliesTo: ["azure-native:*:*"],
  parameters: {
    types: {
      type: "array",
      items: { type: "string" },
      description:
        "Kinds of resources that must not be made, as package:module:Name; a star stands for any name.",
      default: [
        "azure-native:blockchain:*",
        "azure-native:dbformariadb:*",
        "azure-native:dbformysql:SingleServer",
        "azure-native:dbforpostgresql:SingleServer",
        "azure-native:timeseriesinsights:*",
      ],
    },
  },
  *check({ kind }, parameters) {
    const denied = parameters.strings("types");
    const type = `${kind.package}:${kind.module}:`;
    if ([`${type}*`, `${type}${kind.name}`].some((pattern) => denied.includes(pattern)))
      yield { path: "", message: `${kind.module}:${kind.name} is denied; it must be a kind that is allowed` };
  },
});
