import { KubeConfig, KubernetesObjectApi } from "@kubernetes/client-node";
import { setTimeout } from "node:timers/promises";
import type { PendingOperation } from "./pending-operations.ts";

/**
 * Objects that a killed engine was creating in a cluster. The Kubernetes provider refuses to create what is there already, and
 * nothing can depend on an object whose creation nobody has seen the end of: they are deleted, to be created again.
 */

/** An object's identity in a cluster. */
export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** The object that a pending operation was about; undefined for what is no Kubernetes object. */
export function objectOf(
  operation: Pick<PendingOperation, "resourceType" | "inputs">,
): ObjectReference | undefined {
  if (!operation.resourceType.startsWith("kubernetes:")) return undefined;
  const { apiVersion, kind, metadata } = operation.inputs;
  const name = field(metadata, "name");
  const namespace = field(metadata, "namespace");
  if (typeof apiVersion !== "string" || typeof kind !== "string" || typeof name !== "string")
    return undefined;
  return { apiVersion, kind, metadata: { name, ...(typeof namespace === "string" ? { namespace } : {}) } };
}

/** The kubeconfig of the provider that an operation goes through, from a state exported with its secrets. */
export function kubeconfigOf(
  state: unknown,
  operation: Pick<PendingOperation, "resource">,
): string | undefined {
  const reference = operation.resource.provider;
  const resources = field(field(state, "deployment"), "resources");
  if (typeof reference !== "string" || !Array.isArray(resources)) return undefined;
  const provider: unknown = resources.find(
    (resource) => `${String(field(resource, "urn"))}::${String(field(resource, "id"))}` === reference,
  );
  const kubeconfig = field(field(provider, "inputs"), "kubeconfig");
  if (typeof kubeconfig === "string") return kubeconfig;
  const plaintext = field(kubeconfig, "plaintext");
  const decrypted: unknown = typeof plaintext === "string" ? JSON.parse(plaintext) : undefined;
  return typeof decrypted === "string" ? decrypted : undefined;
}

/** Deletes an object and waits until it is gone; whether it was there. */
export async function deleteObject(kubeconfig: string, object: ObjectReference): Promise<boolean> {
  const config = new KubeConfig();
  config.loadFromString(kubeconfig);
  const api = KubernetesObjectApi.makeApiClient(config);
  if (!(await exists(api, object))) return false;
  await api.delete(object);
  for (let attempt = 0; attempt < 240; attempt += 1) {
    if (!(await exists(api, object))) return true;
    await setTimeout(250);
  }
  throw new Error(
    `${object.kind} ${object.metadata.name} was being created when the engine was killed, and is still there a minute after its deletion; 'npm run local -- reset' starts over`,
  );
}

async function exists(api: KubernetesObjectApi, object: ObjectReference): Promise<boolean> {
  try {
    await api.read({ ...object, metadata: { namespace: "default", ...object.metadata } });
    return true;
  } catch (error) {
    if (field(error, "code") === 404) return false;
    throw error;
  }
}
