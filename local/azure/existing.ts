import { existsSync } from "node:fs";
import { join } from "node:path";
import { localAccount } from "./arm/account.ts";
import { formatId, templateParameters } from "./arm/arm-id.ts";
import { openArm } from "./arm/open.ts";
import { openAzure } from "./arm/open-azure.ts";
import type { ArmBody } from "./arm/service.ts";

/** A resource that the local Azure has. */
export interface ExistingResource {
  /** As Azure answers it. */
  readonly id: string;
  readonly outputs: ArmBody;
}

/**
 * The resource that a program describes, if the local Azure has it: an engine that was killed may not know of it. A cluster
 * whose start was cut off is brought to its end.
 *
 * @param token - Pulumi token, such as `azure-native:network:Subnet`
 * @param inputs - the inputs as the engine's state holds them
 * @returns undefined if the resource is not there, or the inputs do not name it
 */
export async function findExisting(
  stateDirectory: string,
  token: string,
  inputs: Readonly<Record<string, unknown>>,
): Promise<ExistingResource | undefined> {
  if (!existsSync(join(stateDirectory, "azure.db"))) return undefined;
  const id = existingId(stateDirectory, token, inputs);
  if (id === undefined) return undefined;
  const arm = await openArm({ stateDirectory });
  try {
    const found = await arm.get(token, id);
    return { id: found.id, outputs: found.outputs };
  } finally {
    arm.close();
  }
}

function existingId(
  stateDirectory: string,
  token: string,
  inputs: Readonly<Record<string, unknown>>,
): string | undefined {
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
