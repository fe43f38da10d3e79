import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "loganalytics-cluster-encryption",
  title: "Dedicated Log Analytics clusters encrypt twice, with a key of the customer",
  severity: "medium",
  description:
    "A dedicated cluster is there for control over encryption; without a key of one's own it adds only cost.",
  remediation:
    "Set isDoubleEncryptionEnabled: true, and keyVaultProperties with the key's vault, name and version.",
  references: {
    catalogue: ["MON-05"],
    azurePolicy: ["1f68a601", "ea0dfaed", "94c1f94d", "fa298e57"],
    nist: ["SC-12", "SC-28(1)"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/logs/customer-managed-keys"],
  },
  appliesTo: ["azure-native:operationalinsights:Cluster"],
  *check({ props }) {
    yield* demandOneOf(props.at("isDoubleEncryptionEnabled"), [true]);
    const vault = props.at("keyVaultProperties.keyVaultUri");
    if (!vault.isSet) yield vault.violates("must name the vault of the key");
  },
});
