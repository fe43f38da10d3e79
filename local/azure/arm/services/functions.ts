import type { Invoke } from "../invoke.ts";
import { getClientConfig, getClientToken } from "./authorization/client.ts";
import { listAdminCredentials, listUserCredentials } from "./containerservice/cluster-credentials.ts";

/** Functions beside the `get…` of each resource type, by token. */
export const functions: Readonly<Record<string, Invoke>> = {
  "azure-native:authorization:getClientConfig": getClientConfig,
  "azure-native:authorization:getClientToken": getClientToken,
  "azure-native:containerservice:listManagedClusterAdminCredentials": listAdminCredentials,
  "azure-native:containerservice:listManagedClusterUserCredentials": listUserCredentials,
};
