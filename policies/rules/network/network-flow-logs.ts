import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "network-flow-logs",
  title: "Flow logs are kept of every virtual network",
  severity: "medium",
  enforcement: "disabled",
  description:
    "Without flow logs nobody can tell after an incident who talked to whom. Off by default: the storage costs by traffic, and often one log of the hub sees it all.",
  remediation: "Add a FlowLog whose targetResourceId is the id of the virtual network.",
  references: {
    catalogue: ["NET-15"],
    azurePolicy: ["c251913d", "4c3c6c5f", "27960feb"],
    cis: ["Found6 6.1.1.5", "Found6 6.1.1.6"],
    trivy: ["AZU-0073"],
    prowler: ["network_flow_log_captured_sent"],
    kics: ["tf:network_watcher_flow_disabled"],
    nist: ["AU-2", "AU-6", "AU-12", "SI-4"],
    pulumi: ["vnet-flow-logs-enabled", "flow-log-configuration"],
    docs: ["https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview"],
  },
  appliesTo: ["azure-native:network:VirtualNetwork"],
  reads: ["azure-native:network:FlowLog"],
  check: (stack) =>
    each(stack.ofType("azure-native:network:VirtualNetwork"), function* (resource) {
      const logs = stack
        .ofType("azure-native:network:FlowLog")
        .filter((log) => log.dependenciesOf("targetResourceId").includes(resource.urn));
      if (!logs.some((log) => !log.props.at("enabled").is(false)))
        yield {
          path: "",
          message:
            logs.length === 0
              ? "no flow log of the stack refers to the network"
              : "the network's flow log is off",
          resource,
        };
    }),
});
