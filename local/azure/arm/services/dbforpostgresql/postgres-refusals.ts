import { relativeOf } from "../../arm-id.ts";
import { badRequest, refusal, type Refusal } from "../../refusal.ts";

/** Microsoft.DBforPostgreSQL's own answers. */

/** A parameter is none of the values that the service knows. 'paramter' is Azure's spelling. */
export function parameterOutOfRange(parameter: string, allowed: readonly string[]): Refusal {
  return badRequest(
    "ParameterOutOfRange",
    `The value of the ${parameter} should be in [${allowed.join(", ")}]. Verify that the specified paramter value is correct.`,
  );
}

export function unknownPostgresValue(path: string, _value: string, allowed: readonly string[]): Refusal {
  return parameterOutOfRange(path, allowed);
}

export function invalidPostgresParameter(parameter: string, reason: string): Refusal {
  return badRequest("InvalidParameterValue", `Invalid value given for parameter ${parameter}. ${reason}`);
}

/** The answer for a server's child that is not there. */
export function postgresChildNotFound(id: string): Refusal {
  const segments = relativeOf(id).split("/");
  return refusal(
    404,
    "ResourceNotFound",
    `The requested resource of type '${segments[0] ?? ""}/${segments[1] ?? ""}/${segments.at(-2) ?? ""}' with name '${segments.at(-1) ?? ""}' was not found.`,
  );
}
