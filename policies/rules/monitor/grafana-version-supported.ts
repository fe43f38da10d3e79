import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "grafana-version-supported",
  title: "Grafana has a version that is supported",
  severity: "medium",
  description:
    "Versions that are no longer supported get no fixes of vulnerabilities, and are upgraded by Azure at a time of its own.",
  remediation: 'Set properties.grafanaMajorVersion: "11" or later, or leave it out for the newest.',
  references: {
    catalogue: ["MON-24"],
    psrule: ["Grafana.Version"],
    nist: ["SA-22", "SI-2"],
    docs: ["https://learn.microsoft.com/azure/managed-grafana/how-to-upgrade-grafana-11"],
  },
  appliesTo: ["azure-native:dashboard:Grafana"],
  parameters: {
    oldestVersion: {
      type: "integer",
      description: "Oldest major version that is supported.",
      default: 11,
      minimum: 1,
    },
  },
  *check({ props }, parameters) {
    const oldestVersion = parameters.integer("oldestVersion");
    const version = props.at("properties.grafanaMajorVersion");
    const major = version.number;
    if (major !== undefined && major < oldestVersion)
      yield version.violates(`must be ${oldestVersion} or later`);
  },
});
