import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "loganalytics-entra-only",
  title: "Log Analytics takes in logs with Entra tokens only",
  severity: "medium",
  description:
    "The workspace's keys let anybody who has one write false logs, without a name; by default they are accepted.",
  remediation: "Set features.disableLocalAuth: true.",
  references: {
    catalogue: ["MON-02"],
    azurePolicy: ["e15effd4"],
    nist: ["AU-9", "IA-2"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/logs/manage-access"],
  },
  appliesTo: ["azure-native:operationalinsights:Workspace"],
  check: mustBe("features.disableLocalAuth", true),
});
