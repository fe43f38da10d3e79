import { at, isObject, listAt, stringAt, stringsAt } from "../../kubernetes/json.ts";

/** What the cloud controller looks at of a Service. */
export interface Service {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly type: string;
  readonly deleted: boolean;
  readonly annotations: Readonly<Record<string, string>>;
  readonly finalizers: readonly string[];
  /** `spec.loadBalancerIP`; empty: none. */
  readonly loadBalancerIp: string;
  /** Empty: the cloud's own. */
  readonly loadBalancerClass: string;
  /** Such as `TCP/443`. */
  readonly ports: readonly string[];
  /** Addresses in its status. */
  readonly addresses: readonly string[];
}

/** Reads a Service of the API server. */
export function readService(value: unknown): Service | undefined {
  if (!isObject(value)) return undefined;
  return {
    namespace: stringAt(value, "metadata", "namespace"),
    name: stringAt(value, "metadata", "name"),
    uid: stringAt(value, "metadata", "uid"),
    type: stringAt(value, "spec", "type"),
    deleted: stringAt(value, "metadata", "deletionTimestamp") !== "",
    annotations: stringsAt(value, "metadata", "annotations"),
    finalizers: listAt(value, "metadata", "finalizers").filter(
      (item): item is string => typeof item === "string",
    ),
    loadBalancerIp: stringAt(value, "spec", "loadBalancerIP"),
    loadBalancerClass: stringAt(value, "spec", "loadBalancerClass"),
    ports: listAt(value, "spec", "ports").map(
      (port) => `${stringAt(port, "protocol")}/${String(at(port, "port"))}`,
    ),
    addresses: listAt(value, "status", "loadBalancer", "ingress").map((ingress) => stringAt(ingress, "ip")),
  };
}

export function keyOf(service: Pick<Service, "namespace" | "name">): string {
  return `${service.namespace}/${service.name}`;
}

/** Whether the cloud is to give the Service a load balancer. */
export function wantsLoadBalancer(service: Service): boolean {
  return service.type === "LoadBalancer" && service.loadBalancerClass === "" && !service.deleted;
}
