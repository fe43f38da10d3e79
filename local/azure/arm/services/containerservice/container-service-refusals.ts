import { refusal, type Refusal } from "../../refusal.ts";

/** Microsoft.ContainerService's own answers. Most come without the usual error envelope: the provider shows the body as it is. */

export function bare(code: string, message: string, status = 400): Refusal {
  return { ...refusal(status, code, message), body: { code, details: null, message, subcode: "" } };
}

/** A parameter has a value that AKS does not take. `parameter` as AKS names it, such as `agentPoolProfile.name`. */
export function invalidParameter(parameter: string, details: string): Refusal {
  return bare(
    "InvalidParameter",
    `The value of parameter ${parameter} is invalid. Error details: ${details}`,
  );
}

export function unknownParameterValue(path: string, value: string, allowed: readonly string[]): Refusal {
  return invalidParameter(path, `'${value}' is not one of ${allowed.join(", ")}.`);
}

/** AKS never changes this. */
export function propertyChangeNotAllowed(property: string): Refusal {
  return bare("PropertyChangeNotAllowed", `Changing property '${property}' is not allowed.`, 409);
}

export function operationInProgress(activity: "Updating" | "Deleting"): Refusal {
  return refusal(
    409,
    "OperationNotAllowed",
    `Operation is not allowed: Another operation (${activity}) is in progress, please wait for it to finish before starting a new operation. See https://aka.ms/aks-pending-operation for more details`,
  );
}
