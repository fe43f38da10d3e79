import { ApiClient, hasStatus, type ApiAccess } from "../../kubernetes/api-client.ts";
import type { LoadBalancers } from "./load-balancers.ts";
import { keyOf, readService, wantsLoadBalancer, type Service } from "./service.ts";
import { followCollection } from "./watched-collection.ts";

/** Keeps a Service until its address is given back: https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#garbage-collecting-load-balancers */
const finalizer = "service.kubernetes.io/load-balancer-cleanup";

/** Milliseconds until a failed Service is tried again: doubled each time, up to the greatest. */
const FIRST_RETRY = 500;
const LAST_RETRY = 15_000;

/** The cloud's part of one cluster: gives Services of type LoadBalancer their addresses and takes them back. */
export class LoadBalancerController {
  readonly #client: ApiClient;
  readonly #access: ApiAccess;
  readonly #balancers: LoadBalancers;
  readonly #report: (message: string) => void;
  readonly #services = new Map<string, Service>();
  readonly #failures = new Map<string, { readonly message: string; readonly count: number }>();
  readonly #retries = new Map<string, NodeJS.Timeout>();
  #turn: Promise<void> = Promise.resolve();

  constructor(access: ApiAccess, balancers: LoadBalancers, report: (message: string) => void) {
    this.#access = access;
    this.#client = new ApiClient(access);
    this.#balancers = balancers;
    this.#report = report;
  }

  /** Works until it is told to stop. */
  async run(signal: AbortSignal): Promise<void> {
    await followCollection(
      this.#access,
      this.#client,
      "/api/v1/services",
      {
        listed: (objects) => {
          this.#listed(objects.flatMap((object) => readService(object) ?? []));
        },
        changed: (object) => {
          const service = readService(object);
          if (service === undefined) return;
          this.#services.set(keyOf(service), service);
          this.#enqueue(keyOf(service));
        },
        removed: (object) => {
          const service = readService(object);
          if (service !== undefined) this.#forget(service);
        },
      },
      this.#report,
      signal,
    );
    for (const timer of this.#retries.values()) clearTimeout(timer);
    this.#client.close();
  }

  #listed(services: readonly Service[]): void {
    this.#services.clear();
    for (const service of services) this.#services.set(keyOf(service), service);
    this.#balancers.prune(services.filter((service) => service.type === "LoadBalancer"));
    for (const service of services) this.#enqueue(keyOf(service));
  }

  #forget(service: Service): void {
    const key = keyOf(service);
    this.#services.delete(key);
    this.#failures.delete(key);
    this.#turn = this.#turn.then(() => {
      this.#balancers.release(service);
    });
  }

  /** One Service after the other. */
  #enqueue(key: string): void {
    clearTimeout(this.#retries.get(key));
    this.#retries.delete(key);
    this.#turn = this.#turn.then(() => this.#reconcile(key));
  }

  async #reconcile(key: string): Promise<void> {
    const service = this.#services.get(key);
    if (service === undefined) return;
    try {
      if (wantsLoadBalancer(service)) await this.#ensure(service);
      else if (service.finalizers.includes(finalizer)) await this.#cleanUp(service);
      this.#failures.delete(key);
    } catch (error) {
      await this.#failed(service, messageOf(error));
    }
  }

  async #ensure(service: Service): Promise<void> {
    const path = pathOf(service);
    if (!service.finalizers.includes(finalizer)) {
      await this.#client.patch(path, "merge", {
        metadata: { finalizers: [...service.finalizers, finalizer] },
      });
    }
    const others = [...this.#services.values()].filter((other) => other.uid !== service.uid);
    const address = this.#balancers.ensure(service, others);
    if (service.addresses.length === 1 && service.addresses[0] === address) return;
    await this.#client.patch(`${path}/status`, "merge", {
      status: { loadBalancer: { ingress: [{ ip: address, ipMode: "VIP" }] } },
    });
    await this.#event(service, "Normal", "EnsuredLoadBalancer", "Ensured load balancer");
    this.#report(`${keyOf(service)} has the address ${address}`);
  }

  async #cleanUp(service: Service): Promise<void> {
    this.#balancers.release(service);
    const path = pathOf(service);
    try {
      if (!service.deleted && service.addresses.length > 0) {
        await this.#client.patch(`${path}/status`, "merge", { status: { loadBalancer: { ingress: null } } });
      }
      await this.#client.patch(path, "merge", {
        metadata: { finalizers: service.finalizers.filter((name) => name !== finalizer) },
      });
    } catch (error) {
      if (!hasStatus(error, 404)) throw error;
    }
    this.#report(`${keyOf(service)} has given its address back`);
  }

  async #failed(service: Service, message: string): Promise<void> {
    const key = keyOf(service);
    const before = this.#failures.get(key);
    const count = (before?.count ?? 0) + 1;
    this.#failures.set(key, { message, count });
    const delay = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** (count - 1));
    this.#retries.set(
      key,
      setTimeout(() => {
        this.#enqueue(key);
      }, delay),
    );
    if (before?.message === message) return;
    this.#report(`${key}: ${message}`);
    const text = `Error syncing load balancer: failed to ensure load balancer: ${message}`;
    await this.#event(service, "Warning", "SyncLoadBalancerFailed", text);
  }

  /** Events are for people: one that cannot be written is no failure. */
  async #event(service: Service, type: string, reason: string, message: string): Promise<void> {
    const now = new Date().toISOString().replace(/\.\d+Z$/, "Z");
    try {
      await this.#client.create(`/api/v1/namespaces/${service.namespace}/events`, {
        apiVersion: "v1",
        kind: "Event",
        metadata: { generateName: `${service.name}.`, namespace: service.namespace },
        involvedObject: {
          apiVersion: "v1",
          kind: "Service",
          namespace: service.namespace,
          name: service.name,
          uid: service.uid,
        },
        type,
        reason,
        message,
        source: { component: "cloud-controller-manager" },
        reportingComponent: "cloud-controller-manager",
        firstTimestamp: now,
        lastTimestamp: now,
        count: 1,
      });
    } catch (error) {
      this.#report(`no event on ${keyOf(service)}: ${messageOf(error)}`);
    }
  }
}

function pathOf(service: Service): string {
  return `/api/v1/namespaces/${service.namespace}/services/${service.name}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
