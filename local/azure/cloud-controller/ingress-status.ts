import { at, listAt, stringAt } from "../../kubernetes/json.ts";

/** What the addresses of Ingresses follow from. */
export interface IngressWorld {
  readonly ingresses: readonly unknown[];
  readonly classes: readonly unknown[];
  readonly deployments: readonly unknown[];
  readonly services: readonly unknown[];
}

/** An Ingress whose status is to be set. */
export interface IngressAddress {
  readonly namespace: string;
  readonly name: string;
  /** What `status.loadBalancer.ingress` is to be. */
  readonly addresses: readonly { readonly ip: string }[];
}

/** The value of `spec.controller` by which F5's NGINX Ingress Controller knows its classes. */
const nginxController = "nginx.org/ingress-controller";

/**
 * The statuses that NGINX would write, were it running: kwok runs no containers. Every Ingress gets the address of the Service that
 * its class's controller names with `-external-service`, as soon as that controller is available.
 */
export function ingressAddresses(world: IngressWorld): IngressAddress[] {
  return world.ingresses.flatMap((ingress) => {
    const className = stringAt(ingress, "spec", "ingressClassName");
    const ingressClass = world.classes.find(
      (candidate) => stringAt(candidate, "metadata", "name") === className,
    );
    if (stringAt(ingressClass, "spec", "controller") !== nginxController) return [];
    const address = controllerAddress(className, world);
    if (address === undefined || current(ingress) === address) return [];
    const namespace = stringAt(ingress, "metadata", "namespace");
    return [{ namespace, name: stringAt(ingress, "metadata", "name"), addresses: [{ ip: address }] }];
  });
}

function controllerAddress(className: string, world: IngressWorld): string | undefined {
  for (const deployment of world.deployments) {
    if (!isAvailable(deployment)) continue;
    const flags = flagsOf(deployment);
    if (flags.get("ingress-class") !== className) continue;
    const service = world.services.find(
      (candidate) =>
        stringAt(candidate, "metadata", "name") === flags.get("external-service") &&
        stringAt(candidate, "metadata", "namespace") === stringAt(deployment, "metadata", "namespace"),
    );
    const address = stringAt(listAt(service, "status", "loadBalancer", "ingress")[0], "ip");
    if (address !== "") return address;
  }
  return undefined;
}

function isAvailable(deployment: unknown): boolean {
  return listAt(deployment, "status", "conditions").some(
    (condition) => stringAt(condition, "type") === "Available" && stringAt(condition, "status") === "True",
  );
}

/** Flags of all containers, with one hyphen or two. */
function flagsOf(deployment: unknown): Map<string, string> {
  const flags = new Map<string, string>();
  for (const container of listAt(deployment, "spec", "template", "spec", "containers")) {
    for (const argument of listAt(container, "args")) {
      const match = typeof argument === "string" ? /^--?([^=]+)=(.*)$/.exec(argument) : null;
      if (match !== null) flags.set(match[1] ?? "", match[2] ?? "");
    }
  }
  return flags;
}

function current(ingress: unknown): string {
  const list = listAt(ingress, "status", "loadBalancer", "ingress");
  return list.length === 1 && at(list[0], "hostname") === undefined ? stringAt(list[0], "ip") : "";
}
