import { overlay } from "./body.ts";
import { localControlPlane } from "./control-plane.ts";
import { openArm } from "./open.ts";
import { withAzure } from "./open-azure.ts";
import type { ArmBody } from "./service.ts";
import type { ControlPlane } from "../../kubernetes/cluster.ts";

/** What drift needs besides the state. */
export interface DriftOptions {
  /** Default: the control planes of this machine. */
  readonly controlPlane?: ControlPlane;
}

/**
 * Changes a resource as someone at the portal would: Pulumi learns of it at its next refresh. Objects are merged, `null` removes a
 * property. Azure's rules are not applied.
 */
export function changeBehindPulumi(
  stateDirectory: string,
  id: string,
  change: ArmBody,
  options: DriftOptions = {},
): Promise<void> {
  return withAzure(stateDirectory, async (azure) => {
    const { store } = azure;
    const changed = store.transaction(() => {
      const resource = azure.find(id);
      if (resource === undefined) throw new Error(`there is no resource ${id} in the local Azure`);
      const body = overlay(resource.body, change);
      for (const [key, value] of Object.entries(change)) if (value === null) delete body[key];
      store.resources.save({
        ...resource,
        body,
        version: resource.version + 1,
        changedAt: new Date().toISOString(),
      });
      const links = azure.catalog.find(resource.token)?.links?.(body, resource.id, azure) ?? [];
      store.links.set(resource.id, [...links]);
      return resource;
    });
    await azure.catalog.find(changed.token)?.effect?.apply?.(changed.id, {
      azure,
      resource: () => azure.find(id),
      controlPlane: async () => options.controlPlane ?? (await localControlPlane()),
      signal: undefined,
    });
  });
}

/** Deletes a resource as someone at the portal would. Azure's rules are applied: what is in use stays. */
export async function deleteBehindPulumi(
  stateDirectory: string,
  id: string,
  options: DriftOptions = {},
): Promise<void> {
  const token = await withAzure(stateDirectory, (azure) => azure.find(id)?.token);
  if (token === undefined) throw new Error(`there is no resource ${id} in the local Azure`);
  const arm = await openArm({ stateDirectory, controlPlane: options.controlPlane });
  try {
    await arm.delete(token, id);
  } finally {
    arm.close();
  }
}
