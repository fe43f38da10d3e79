import { existsSync } from "node:fs";
import { join } from "node:path";
import { localAccount } from "./arm/account.ts";
import { formatId, templateParameters } from "./arm/arm-id.ts";
import { openAzure } from "./arm/open-azure.ts";

/**
 * The id of a resource that a program describes, if the local Azure has it: an engine that was killed may not know of it.
 *
 * @param token - Pulumi token, such as `azure-native:network:Subnet`
 * @param inputs - the inputs as the engine's state holds them
 * @returns the id as Azure answers it; undefined if the resource is not there, or the inputs do not name it
 */
export function findExisting(
  stateDirectory: string,
  token: string,
  inputs: Readonly<Record<string, unknown>>,
): string | undefined {
  if (!existsSync(join(stateDirectory, "azure.db"))) return undefined;
  const azure = openAzure(stateDirectory);
  try {
    const type = azure.catalog.find(token);
    if (type === undefined) return undefined;
    const parameters: Record<string, string> = { subscriptionId: localAccount.subscriptionId };
    for (const name of templateParameters(type.path)) {
      const value = inputs[name];
      if (typeof value === "string") parameters[name] = value;
    }
    const id = formatId(type.path, parameters);
    return id === undefined ? undefined : azure.find(id)?.id;
  } finally {
    azure.store.close();
  }
}
