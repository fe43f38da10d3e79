/** The location of a resource that the program does not place. Source: the facts of area autolocation. */
import { Unknown, isUnknown, type PropertyMap, type PropertyValue } from "../../provider/values.ts";
import { ownEntry } from "../metadata/own-entry.ts";

/** Paths in lower case whose resources have a location that must not be made up. */
const disabled: ReadonlySet<string> = new Set(
  [
    "microsoft.resources/deployments/{}",
    "microsoft.network/loadbalancers/{}/backendaddresspools/{}",
    "microsoft.documentdb/databaseaccounts/{}/sqldatabases/{}",
    "microsoft.documentdb/databaseaccounts/{}/sqldatabases/{}/containers/{}",
    "microsoft.documentdb/databaseaccounts/{}/mongodbdatabases/{}",
  ].map((path) => `/subscriptions/{}/resourcegroups/{}/providers/${path}`),
);

/** Whether a location is made up for resources with this path at all. */
export function autoLocationEnabled(path: string): boolean {
  return !disabled.has(path.toLowerCase().replace(/\{[^}]*\}/g, "{}"));
}

/** Where a location can come from. */
export interface LocationSources {
  readonly oldInputs: PropertyMap | undefined;
  readonly inputs: PropertyMap;
  /** Of the provider's configuration. */
  readonly configured: string | undefined;
  /** Location of a resource group; `undefined` when there is no such group. */
  readonly groupLocation: (name: string) => Promise<string | undefined>;
}

/** The old location, else the configured one, else that of the resource group: unknown as long as the group is. `undefined` when there is none. */
export async function defaultLocation(sources: LocationSources): Promise<PropertyValue | undefined> {
  const old = ownEntry(sources.oldInputs ?? {}, "location");
  if (old !== undefined && old !== null) {
    return old;
  }
  if (sources.configured !== undefined) {
    return sources.configured;
  }
  const group = ownEntry(sources.inputs, "resourceGroupName");
  if (isUnknown(group)) {
    return new Unknown();
  }
  return typeof group === "string" ? sources.groupLocation(group) : undefined;
}
