import { agentPoolHolders, agentPoolsOf } from "../../azure/agent-pool.ts";
import type { NameFormat } from "../../azure/resource-name.ts";
import { nameOf } from "../../azure/resource-name.ts";
import { each } from "../../evaluate.ts";
import type { Finding } from "../../finding.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

const clusterNames: NameFormat = {
  pattern: /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/i,
  allowed: "1 to 63 letters, digits, hyphens and underscores inside",
};
const dnsPrefixes: NameFormat = {
  pattern: /^[a-z0-9](?:[a-z0-9-]{0,52}[a-z0-9])?$/i,
  allowed: "1 to 54 letters, digits and hyphens inside",
};

export default resourceRule({
  id: "aks-names",
  title: "AKS clusters and pools have names that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses fails the update halfway, after other resources have been made.",
  remediation:
    "Name the cluster with 1 to 63 letters, digits, hyphens and underscores inside, its dnsPrefix with 1 to 54 letters, digits and hyphens inside, and a pool with 1 to 12 lower-case letters and digits, the first a letter (Windows: at most 6).",
  references: {
    catalogue: ["AKS-48"],
    psrule: ["AKS.Name", "AKS.DNSPrefix", "AKS.Naming", "AKS.SystemPoolNaming", "AKS.UserPoolNaming"],
    nist: ["CM-2"],
    docs: [
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftcontainerservice",
      "https://learn.microsoft.com/azure/aks/create-node-pools",
    ],
  },
  appliesTo: agentPoolHolders,
  *check(resource) {
    if (resource.kind.name === "AgentPool") {
      yield* poolName(resource.props, "agentPoolName");
      return;
    }
    yield* nameOf("resourceName", clusterNames)(resource);
    yield* nameOf("dnsPrefix", dnsPrefixes)(resource);
    yield* each(agentPoolsOf(resource), (pool) => poolName(pool, "name"));
  },
});

function* poolName(pool: Property, property: string): Iterable<Finding> {
  const name = pool.at(property);
  const text = name.string;
  if (text === undefined) return;
  const longest = pool.at("osType").is("Windows") ? 6 : 12;
  if (!/^[a-z][a-z0-9]*$/.test(text) || text.length > longest)
    yield name.violates(`must be 1 to ${longest} lower-case letters and digits, the first a letter`);
}
