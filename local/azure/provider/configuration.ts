/** The provider's configuration, as far as the local Azure has a use for it. Credentials are accepted and not looked at. */
import type { ConfigureRequest } from "../../provider/implementation.ts";
import { unwrap } from "../../provider/values.ts";

export interface Configuration {
  readonly subscriptionId: string;
  /** `undefined`: that of the local Azure. */
  readonly tenantId: string | undefined;
  readonly clientId: string | undefined;
  /** Location of resources that the program does not place; `undefined`: that of their resource group. */
  readonly location: string | undefined;
  /** `public`, `usgovernment` or `china`. Default: `public`. */
  readonly environment: string;
  /** Whether an update records Azure's answer without reading the resource again. Default: false. */
  readonly skipReadOnUpdate: boolean;
}

/** The oldest engine that sends what the provider compares: it is of version 3.74.0. */
export function refusalOfEngine(
  request: Pick<ConfigureRequest, "sendsOldInputs" | "sendsOldInputsToDelete">,
): string | undefined {
  return request.sendsOldInputs && request.sendsOldInputsToDelete
    ? undefined
    : "Azure Native provider requires Pulumi CLI v3.74.0 or later";
}

/**
 * The configuration by the stack's settings. The environment variables by which Azure's tools share a subscription do not count, so that a shell that is
 * set up for the real Azure does not change what the local one answers.
 *
 * @param defaultSubscription The subscription of a program that configures none.
 */
export function readConfiguration(
  request: Pick<ConfigureRequest, "inputs" | "variables">,
  defaultSubscription: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Configuration {
  const text = (key: string): string | undefined => {
    const input = request.inputs[key];
    const value = input === undefined ? undefined : unwrap(input);
    const given = typeof value === "string" ? value : request.variables[`azure-native:config:${key}`];
    return given === "" ? undefined : given;
  };
  const flag = (key: string, variable: string): boolean => {
    const input = request.inputs[key];
    const value = input === undefined ? undefined : unwrap(input);
    return value === true || (text(key) ?? environment[variable])?.toLowerCase() === "true";
  };
  return {
    subscriptionId: text("subscriptionId") ?? defaultSubscription,
    tenantId: text("tenantId"),
    clientId: text("clientId"),
    location: text("location"),
    environment: text("environment") ?? "public",
    skipReadOnUpdate: flag("skipReadOnUpdate", "ARM_SKIP_READ_ON_UPDATE"),
  };
}
