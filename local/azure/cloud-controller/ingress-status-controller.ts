import { ApiClient, hasStatus, type ApiAccess } from "../../kubernetes/api-client.ts";
import { stringAt } from "../../kubernetes/json.ts";
import { ingressAddresses } from "./ingress-status.ts";
import { followCollection } from "./watched-collection.ts";

/** What the controller follows. */
const paths = {
  ingresses: "/apis/networking.k8s.io/v1/ingresses",
  classes: "/apis/networking.k8s.io/v1/ingressclasses",
  deployments: "/apis/apps/v1/deployments",
  services: "/api/v1/services",
} as const;

type Collection = keyof typeof paths;

/** How long changes are gathered before they are looked at, in milliseconds. */
const GATHER = 50;

/** Milliseconds until a status that could not be written is tried again. */
const RETRY = 1000;

/** Writes the addresses of Ingresses in the place of NGINX, which no node of a local cluster runs. */
export class IngressStatusController {
  readonly #client: ApiClient;
  readonly #access: ApiAccess;
  readonly #report: (message: string) => void;
  readonly #world: Record<Collection, Map<string, unknown>> = {
    ingresses: new Map(),
    classes: new Map(),
    deployments: new Map(),
    services: new Map(),
  };
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(access: ApiAccess, report: (message: string) => void) {
    this.#access = access;
    this.#client = new ApiClient(access);
    this.#report = report;
  }

  /** Works until it is told to stop. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all([
      this.#follow("ingresses", signal),
      this.#follow("classes", signal),
      this.#follow("deployments", signal),
      this.#follow("services", signal),
    ]);
    clearTimeout(this.#timer);
    this.#client.close();
  }

  #follow(collection: Collection, signal: AbortSignal): Promise<void> {
    const objects = this.#world[collection];
    const listener = {
      listed: (all: readonly unknown[]) => {
        objects.clear();
        for (const object of all) objects.set(keyOf(object), object);
        this.#lookSoon(GATHER);
      },
      changed: (object: unknown) => {
        objects.set(keyOf(object), object);
        this.#lookSoon(GATHER);
      },
      removed: (object: unknown) => {
        objects.delete(keyOf(object));
      },
    };
    return followCollection(this.#access, this.#client, paths[collection], listener, this.#report, signal);
  }

  #lookSoon(delay: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#turn = this.#turn.then(() => this.#writeStatuses());
    }, delay);
  }

  async #writeStatuses(): Promise<void> {
    const { ingresses, classes, deployments, services } = this.#world;
    const wanted = ingressAddresses({
      ingresses: [...ingresses.values()],
      classes: [...classes.values()],
      deployments: [...deployments.values()],
      services: [...services.values()],
    });
    for (const { namespace, name, addresses } of wanted) {
      const path = `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses/${name}/status`;
      try {
        await this.#client.patch(path, "merge", { status: { loadBalancer: { ingress: addresses } } });
      } catch (error) {
        if (hasStatus(error, 404)) continue;
        this.#report(
          `status of the Ingress ${namespace}/${name}: ${error instanceof Error ? error.message : String(error)}`,
        );
        this.#lookSoon(RETRY);
      }
    }
  }
}

function keyOf(object: unknown): string {
  return `${stringAt(object, "metadata", "namespace")}/${stringAt(object, "metadata", "name")}`;
}
