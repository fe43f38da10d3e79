import type { ResourceView } from "../view.ts";

/** The namespace that an object lives in. The provider may have a default of its own; without one it is `default`. */
export function namespaceOf({ props }: ResourceView): string {
  return props.at("metadata.namespace").string ?? "default";
}

/** The name under which a Namespace is known to what lives in it. Undefined when Pulumi makes it up later. */
export function nameOfNamespace({ props }: ResourceView): string | undefined {
  return props.at("metadata.name").string;
}

/** Whether an object lives in the namespace that this resource creates. */
export function livesIn(object: ResourceView, namespace: ResourceView): boolean {
  if (object.dependenciesOf("metadata").includes(namespace.urn)) return true;
  const name = nameOfNamespace(namespace);
  return name !== undefined && namespaceOf(object) === name;
}

/** Namespaces of the cluster itself, which AKS manages. */
export const systemNamespaces = [
  "kube-system",
  "kube-public",
  "kube-node-lease",
  "gatekeeper-system",
] as const;
