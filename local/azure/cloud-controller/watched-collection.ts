import { setTimeout as sleep } from "node:timers/promises";
import type { ApiAccess, ApiClient } from "../../kubernetes/api-client.ts";
import { listAt, stringAt } from "../../kubernetes/json.ts";
import { watch } from "./watch.ts";

/** Milliseconds before a lost API server is asked again. */
const RECONNECT = 1000;

/** Who wants to know of a collection. */
export interface CollectionListener {
  /** The whole collection: at the start, and whenever changes may have been missed. */
  readonly listed: (objects: readonly unknown[]) => void;
  /** One object was added or changed. */
  readonly changed: (object: unknown) => void;
  readonly removed: (object: unknown) => void;
}

/** Follows a collection of the API server for good: lists it, watches it, and starts over when the connection is lost. */
export async function followCollection(
  access: ApiAccess,
  client: ApiClient,
  path: string,
  listener: CollectionListener,
  report: (message: string) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const list = await client.get(path);
      listener.listed(listAt(list, "items"));
      await follow(access, path, stringAt(list, "metadata", "resourceVersion"), listener, signal);
    } catch (error) {
      if (signal.aborted) return;
      report(`${path}: ${error instanceof Error ? error.message : String(error)}`);
      await sleep(RECONNECT, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Watches until the version is too old. */
async function follow(
  access: ApiAccess,
  path: string,
  from: string,
  listener: CollectionListener,
  signal: AbortSignal,
): Promise<void> {
  let version = from;
  while (!signal.aborted) {
    for await (const { type, object } of watch(access, path, version, signal)) {
      if (type === "ERROR") return;
      version = stringAt(object, "metadata", "resourceVersion") || version;
      if (type === "ADDED" || type === "MODIFIED") listener.changed(object);
      else if (type === "DELETED") listener.removed(object);
    }
  }
}
