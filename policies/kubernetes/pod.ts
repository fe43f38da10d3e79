import type { Property } from "../property.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView } from "../view.ts";

/** Any Kubernetes object: which ones carry pods shows in what they hold, custom resources included. */
export const kubernetesObjects: readonly TypePattern[] = ["kubernetes:*:*"];

/** The pod that a Kubernetes object describes, on its own or as a template. */
export interface Pod {
  /** The `PodSpec`. */
  readonly spec: Property;
  /** The metadata beside the spec: labels and annotations of the pod. */
  readonly metadata: Property;
  /**
   * Whether the object only adds to one that exists (`DeploymentPatch`): what is absent here may be set there, so that
   * absence breaks no rule.
   */
  readonly partial: boolean;
}

/** A container of any sort, with the pod it belongs to. */
export interface Container {
  readonly pod: Pod;
  readonly props: Property;
}

/**
 * The pods of an object: of a bare Pod its own, of a PodTemplate, a CronJob and a Job their templates, and of anything
 * else, known kind or custom resource (an Argo Rollout, say), the template at `spec.template` when that has containers.
 */
export function podsOf({ kind, props }: ResourceView): readonly Pod[] {
  if (kind.module === "helm.sh") return [];
  const partial = kind.name.endsWith("Patch");
  const name = partial ? kind.name.slice(0, -"Patch".length) : kind.name;
  const holder = podHolder(name, props);
  const spec = holder.at("spec");
  if (!spec.isSet) return [];
  const isPod = name === "Pod" || spec.at("containers").isSet;
  return isPod ? [{ spec, metadata: holder.at("metadata"), partial }] : [];
}

function podHolder(kind: string, props: Property): Property {
  switch (kind) {
    case "Pod":
      return props;
    case "PodTemplate":
      return props.at("template");
    case "CronJob":
      return props.at("spec.jobTemplate.spec.template");
    default:
      return props.at("spec.template");
  }
}

/** The containers of an object's pods: init, ordinary and ephemeral ones. */
export function containersOf(resource: ResourceView): readonly Container[] {
  return podsOf(resource).flatMap((pod) =>
    ["initContainers", "containers", "ephemeralContainers"].flatMap((list) =>
      pod.spec
        .at(list)
        .items()
        .map((props) => ({ pod, props })),
    ),
  );
}

/** Whether the container is one that runs once, before the pod's own: probes and limits mean less for it. */
export function isOrdinary(container: Container): boolean {
  return container.props.path.startsWith(`${container.pod.spec.path}.containers[`);
}

/** Whether the pod runs on Windows, where the Linux-only settings of a security context are refused. */
export function runsOnWindows({ spec }: Pod): boolean {
  return spec.at("os.name").is("windows") || spec.at("nodeSelector").child("kubernetes.io/os").is("windows");
}

/** Whether the object's pods run to an end, so that nothing waits for them to answer. */
export function runsToCompletion({ kind }: ResourceView): boolean {
  return ["Job", "CronJob", "JobPatch", "CronJobPatch"].includes(kind.name);
}
