import type { Invoke } from "../invoke.ts";
import { getClientConfig, getClientToken } from "./authorization/client.ts";
import { listRegistryCredentials } from "./containerregistry/list-registry-credentials.ts";
import { listAdminCredentials, listUserCredentials } from "./containerservice/cluster-credentials.ts";
import { listEventHubKeys, listNamespaceKeys } from "./eventhub/authorization-rules.ts";
import { listWorkspaceKeys } from "./operationalinsights/workspace.ts";
import { listStorageAccountKeys } from "./storage/storage-account.ts";

/** Functions beside the `get…` of each resource type, by token. */
export const functions: Readonly<Record<string, Invoke>> = {
  "azure-native:authorization:getClientConfig": getClientConfig,
  "azure-native:authorization:getClientToken": getClientToken,
  "azure-native:containerregistry:listRegistryCredentials": listRegistryCredentials,
  "azure-native:containerservice:listManagedClusterAdminCredentials": listAdminCredentials,
  "azure-native:containerservice:listManagedClusterUserCredentials": listUserCredentials,
  "azure-native:eventhub:listEventHubKeys": listEventHubKeys,
  "azure-native:eventhub:listNamespaceKeys": listNamespaceKeys,
  "azure-native:operationalinsights:getSharedKeys": listWorkspaceKeys,
  "azure-native:operationalinsights:getWorkspaceSharedKeys": listWorkspaceKeys,
  "azure-native:storage:listStorageAccountKeys": listStorageAccountKeys,
};
