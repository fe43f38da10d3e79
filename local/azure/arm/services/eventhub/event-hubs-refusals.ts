import { badRequest, refusal, type Refusal } from "../../refusal.ts";
import { stableUuid } from "../../uuid.ts";

/** Microsoft.EventHub's own answers. */

export function invalidEventHubsRequest(message: string, id: string): Refusal {
  return badRequest("BadRequest", `${message} CorrelationId: ${correlation(id)}`);
}

export function messagingGatewayBadRequest(message: string): Refusal {
  return badRequest("MessagingGatewayBadRequest", `SubCode=40000. ${message}`);
}

export function eventHubsEntityNotFound(id: string): Refusal {
  return refusal(
    404,
    "EntityNotFound",
    `SubCode=40400. The specified resource description '${id.slice(id.lastIndexOf("/") + 1)}' does not exist. CorrelationId: ${correlation(id)}`,
  );
}

function correlation(id: string): string {
  return stableUuid("correlation", id);
}
