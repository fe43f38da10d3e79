import { demandAllowedLocation, locationParameter } from "../../azure/location.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "loganalytics-replicated",
  title: "Log Analytics workspaces are replicated to an allowed region",
  severity: "low",
  enforcement: "disabled",
  description:
    "When the region is lost, so are new logs, just when they are needed. Off by default: it doubles the cost, and needs API version 2025-02-01 of the workspace, which is not azure-native's default.",
  remediation:
    "Set replication: { enabled: true, location: a second allowed region } on a workspace of API version 2025-02-01 or later.",
  references: {
    catalogue: ["MON-03"],
    psrule: ["Log.Replication", "Log.ReplicaLocation"],
    nist: ["AU-9", "CP-6"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/logs/workspace-replication"],
  },
  appliesTo: ["azure-native:operationalinsights:Workspace"],
  parameters: locationParameter,
  *check({ props }, parameters) {
    yield* demandOneOf(props.at("replication.enabled"), [true]);
    yield* demandAllowedLocation(props.at("replication.location"), parameters.strings("locations"));
  },
});
