import { demandAllowedLocation, locationParameter } from "../../azure/location.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "acr-geo-replicated",
  title: "ACR is replicated to another region that is allowed",
  severity: "low",
  enforcement: "disabled",
  description:
    "When the region of a registry is lost, nothing can be started elsewhere. Off by default, because a cluster that is lost with the same region gains nothing from it, and each replica costs as much as the registry.",
  remediation:
    "Add a containerregistry.Replication in another allowed region whose registryName is the registry's name output.",
  references: {
    catalogue: ["ACR-08"],
    checkov: ["CKV_AZURE_165"],
    psrule: ["ACR.GeoReplica", "ACR.ReplicaLocation"],
    nist: ["AC-20", "CP-6", "CP-10"],
    docs: ["https://learn.microsoft.com/azure/container-registry/container-registry-geo-replication"],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  reads: ["azure-native:containerregistry:Replication"],
  parameters: locationParameter,
  check: (stack, parameters) =>
    each(stack.ofType("azure-native:containerregistry:Registry"), function* (registry) {
      const allowed = parameters.strings("locations");
      const replicas = stack
        .ofType("azure-native:containerregistry:Replication")
        .filter((replica) => replica.dependenciesOf("registryName").includes(registry.urn));
      if (replicas.length === 0)
        yield {
          path: "",
          message: "no replication of the stack belongs to the registry",
          resource: registry,
        };
      yield* each(replicas, function* (replica) {
        for (const finding of demandAllowedLocation(replica.props.at("location"), allowed))
          yield { ...finding, resource: replica };
      });
    }),
});
