import { agentPoolHolders, agentPoolsOf } from "../../azure/agent-pool.ts";
import { compareVersions } from "../../azure/version.ts";
import { each } from "../../evaluate.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";

export default resourceRule({
  id: "aks-supported-version",
  title: "AKS runs a version of Kubernetes that is supported",
  severity: "high",
  description:
    "Versions that are no longer supported get no fixes of vulnerabilities, and no help. Clusters with long-term support are left out.",
  remediation:
    "Leave out kubernetesVersion and orchestratorVersion for Azure's default, or set a supported version.",
  references: {
    catalogue: ["AKS-40"],
    psrule: ["AKS.Version"],
    azurePolicy: ["fb893a29"],
    nist: ["RA-5", "SA-22", "SI-2"],
    docs: ["https://learn.microsoft.com/azure/aks/supported-kubernetes-versions"],
  },
  appliesTo: agentPoolHolders,
  parameters: {
    oldestVersion: {
      type: "string",
      description: "Oldest version that is supported.",
      default: "1.33",
    },
  },
  check: (resource, parameters) =>
    each(versionsOf(resource), function* (version) {
      const oldestVersion = parameters.string("oldestVersion");
      const text = version.string;
      if (text !== undefined && (compareVersions(text, oldestVersion) ?? 0) < 0)
        yield version.violates(`must be ${oldestVersion} or later`);
    }),
});

function versionsOf(resource: ResourceView): readonly Property[] {
  if (resource.props.at("supportPlan").is("AKSLongTermSupport")) return [];
  const ofPools = agentPoolsOf(resource).map((pool) => pool.at("orchestratorVersion"));
  return resource.kind.name === "AgentPool" ? ofPools : [resource.props.at("kubernetesVersion"), ...ofPools];
}
