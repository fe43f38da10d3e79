import { getClientConfig } from "@pulumi/azure-native/authorization/getClientConfig.js";
import type { GetClientConfigResult } from "@pulumi/azure-native/authorization/getClientConfig.js";

let answer: Promise<GetClientConfigResult> | undefined;

/** Tenant, subscription and identity of whoever runs the program. The provider is asked once. */
export function account(): Promise<GetClientConfigResult> {
  return (answer ??= getClientConfig());
}
