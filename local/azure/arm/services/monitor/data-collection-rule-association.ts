import { absent, text } from "../../body.ts";
import { badRequest } from "../../refusal.ts";
import type { Link, ResourceType } from "../../resource-type.ts";
import { dataCollectionEndpointType } from "./data-collection-endpoint.ts";
import { dataCollectionRuleType } from "./data-collection-rule.ts";

/** The name that an association with an endpoint alone must have. */
const endpointAssociation = "configurationAccessEndpoint";

export const dataCollectionRuleAssociation: ResourceType = {
  token: "azure-native:monitor:DataCollectionRuleAssociation",
  path: "/{resourceUri}/providers/Microsoft.Insights/dataCollectionRuleAssociations/{associationName}",
  apiVersion: "2022-06-01",
  place: "nowhere",
  stamps: ["provisioningState", "etag", "systemData"],
  *conflicts(write) {
    const rule = !absent(write.sent, "dataCollectionRuleId");
    const endpoint = !absent(write.sent, "dataCollectionEndpointId");
    if (rule === endpoint) {
      yield badRequest(
        "InvalidPayload",
        "Association must have exactly one of 'dataCollectionRuleId' and 'dataCollectionEndpointId'.",
      );
    }
    if (endpoint && !rule && write.name !== endpointAssociation) {
      yield badRequest(
        "InvalidAssociationName",
        `An association with a data collection endpoint must be named '${endpointAssociation}', not '${write.name}'.`,
      );
    }
  },
  *links(body): Iterable<Link> {
    for (const [property, type] of [
      ["dataCollectionRuleId", dataCollectionRuleType],
      ["dataCollectionEndpointId", dataCollectionEndpointType],
    ] as const) {
      const target = text(body, property);
      if (target === undefined) continue;
      yield {
        target,
        property,
        type,
        missing: badRequest("InvalidPayload", `The resource ${target} of '${property}' was not found.`),
      };
    }
  },
};
