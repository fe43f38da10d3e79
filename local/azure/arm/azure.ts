import { idKey, isWithin } from "./arm-id.ts";
import { answerOutputs } from "./answer.ts";
import type { Catalog } from "./catalog.ts";
import { InstanceKey } from "./instance-key.ts";
import type { Resource } from "./resource-type.ts";
import type { ArmBody } from "./service.ts";
import type { Store } from "./store/store.ts";

/** The local Azure as descriptions of types see it: what exists, and the few things they may change besides their own row. */
export class Azure {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly key: InstanceKey;

  constructor(store: Store, catalog: Catalog) {
    this.store = store;
    this.catalog = catalog;
    this.key = new InstanceKey(store.directory);
  }

  find(id: string): Resource | undefined {
    return this.store.resources.find(id);
  }

  /** Resources of a type inside a container, of whatever depth. */
  within(container: string, token: string): Resource[] {
    return this.store.resources.within(container, token);
  }

  /** What a read answers for a resource. */
  outputs(resource: Resource): ArmBody {
    return answerOutputs(resource, this);
  }

  /** What a read answers for an id; undefined if nothing is there. */
  readonly outputsOf = (id: string): ArmBody | undefined => {
    const resource = this.find(id);
    return resource === undefined ? undefined : this.outputs(resource);
  };

  /** The resources that refer to one, by the property they do it with. */
  usersOf(id: string, property?: string): Resource[] {
    const users: Resource[] = [];
    for (const link of this.store.links.to(id)) {
      if (property !== undefined && link.property !== property) continue;
      const user = this.find(link.source);
      if (user !== undefined) users.push(user);
    }
    return users;
  }

  /** What stops a delete: what Azure names as users of a resource, those inside the container that is deleted left out. */
  blockersOf(id: string, container: string): string[] {
    return this.store.links
      .to(id)
      .filter(
        (link) => link.blocks && idKey(link.source) !== idKey(container) && !isWithin(link.source, container),
      )
      .map((link) => link.via);
  }

  /**
   * A resource that a service makes for itself, such as the group of a cluster's nodes. It is there at once and is deleted with
   * {@link discard}.
   */
  provide(token: string, id: string, body: ArmBody, facts: ArmBody = {}): void {
    const type = this.catalog.find(token);
    if (type === undefined) throw new Error(`a service provides a ${token}, which is not described`);
    const now = new Date().toISOString();
    const before = this.find(id);
    const completed = { ...(type.defaults?.(body, id, this) ?? {}), ...body };
    this.store.resources.save({
      id,
      token,
      apiVersion: type.apiVersion,
      body: completed,
      facts,
      state: "Succeeded",
      version: (before?.version ?? 0) + 1,
      createdAt: before?.createdAt ?? now,
      changedAt: now,
    });
    const made = this.find(id);
    if (made === undefined || type.facts === undefined) return;
    const decided = type.facts({ ...made, before, sent: body }, this);
    this.store.resources.setFacts(id, { ...decided, ...facts });
  }

  /** Removes a resource with all it contains from the state, whoever made it. */
  discard(id: string): void {
    for (const resource of [...this.store.resources.within(id), this.find(id)]) {
      if (resource === undefined) continue;
      const type = this.catalog.find(resource.token);
      type?.deleted?.(resource, this);
      if (type?.unique !== undefined) {
        const days = type.unique.holdDays?.(resource) ?? 0;
        if (days > 0) {
          this.store.names.hold(
            type.unique.realm,
            resource.id,
            new Date(Date.now() + days * 86_400_000).toISOString(),
          );
        } else {
          this.store.names.release(type.unique.realm, resource.id);
        }
      }
      this.store.addresses.release(resource.id);
      this.store.links.clear(resource.id);
      this.store.resources.remove(resource.id);
    }
  }
}
