import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "network-subnets-declared-once",
  title: "Subnets are declared in one way only",
  severity: "high",
  description:
    "A network with subnets inside of it deletes those that are declared beside it with its next update, and what stands in them.",
  remediation: "Declare all subnets as Subnet resources, or all of them in subnets of the VirtualNetwork.",
  references: {
    catalogue: ["X-30"],
    nist: ["CM-3", "CM-6"],
    docs: ["https://www.pulumi.com/registry/packages/azure-native/api-docs/network/subnet/"],
  },
  appliesTo: ["azure-native:network:VirtualNetwork"],
  reads: ["azure-native:network:Subnet"],
  check: (stack) =>
    each(stack.ofType("azure-native:network:VirtualNetwork"), function* (resource) {
      const inline = resource.props.at("subnets");
      if (inline.items().length === 0) return;
      const beside = stack
        .ofType("azure-native:network:Subnet")
        .filter((subnet) => subnet.dependenciesOf("virtualNetworkName").includes(resource.urn));
      if (beside.length > 0)
        yield {
          ...inline.violates(`must be empty, because ${beside[0]?.name ?? "a subnet"} is declared beside it`),
          resource,
        };
    }),
});
