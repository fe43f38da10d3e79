import { each } from "../../evaluate.ts";
import { demandOneOf } from "../../requirement.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";

const vaultSecrets: readonly TypePattern[] = ["azure-native:keyvault:Secret"];
/** Where keys are often copied to, and where more people can read them. */
const otherPlaces: readonly TypePattern[] = [
  "azure-native:appconfiguration:KeyValue",
  "kubernetes:core:ConfigMap",
  "kubernetes:core:Secret",
];
const places = ["data", "properties", "stringData", "value"];

function takes(place: ResourceView, { urn }: ResourceView): boolean {
  return places.some((property) => place.dependenciesOf(property).includes(urn));
}

export default stackRule({
  id: "confluent-api-keys",
  title: "Confluent API keys belong to service accounts and land in Key Vault alone",
  severity: "high",
  description:
    "A key of a person lives on in a program when the person leaves; a key that is copied into configuration can be read by whoever may read that.",
  remediation:
    'Set owner.kind: "ServiceAccount", and pass the key\'s secret to a keyvault.Secret, as a Pulumi secret, and to nothing else.',
  references: {
    catalogue: ["X-03"],
    nist: ["AC-2", "IA-5", "IA-5(7)"],
    docs: [
      "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html",
      "https://www.pulumi.com/registry/packages/confluentcloud/api-docs/apikey/",
    ],
  },
  appliesTo: ["confluentcloud:index:ApiKey"],
  reads: [...vaultSecrets, ...otherPlaces],
  check: (stack) =>
    each(stack.ofType("confluentcloud:index:ApiKey"), function* (key) {
      const holders = stack.ofType(...vaultSecrets).filter((holder) => takes(holder, key));
      if (holders.length === 0)
        yield { path: "", message: "no Key Vault secret of the stack takes the key", resource: key };
      for (const holder of holders) {
        const value = holder.props.at("properties.value");
        if (!value.isSecret)
          yield {
            path: value.path,
            message: `${value.path} is not a Pulumi secret; it must be`,
            resource: holder,
          };
      }
      for (const place of stack.ofType(...otherPlaces)) {
        if (takes(place, key))
          yield {
            path: "",
            message: `the API key ${key.name} is copied here; it must stand in Key Vault alone`,
            resource: place,
          };
      }
      for (const finding of demandOneOf(key.props.at("owner.kind"), ["ServiceAccount"]))
        yield { ...finding, resource: key };
    }),
});
