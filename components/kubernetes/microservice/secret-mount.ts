import type * as inputs from "@pulumi/kubernetes/types/input.js";
import { refuseSubdomainName } from "../refusal/names.ts";
import { refuseMountPath } from "../refusal/paths.ts";
import type { Refusal } from "../refusal/refusal.ts";

/**
 * A Kubernetes Secret, by name, whose keys appear as files in the container. Never as environment variables: files
 * follow a rotation and do not leak into logs and child processes (CKV_K8S_35).
 */
export interface SecretMount {
  /** Name of the Secret, in the namespace of the service. */
  secretName: string;
  /** Folder in which the files appear. Default `/var/run/secrets/<secretName>`. */
  mountPath?: string;
  /** Keys that appear as files. Default: all. */
  keys?: string[];
}

/** A volume and the place where it appears. */
export interface MountedVolume {
  readonly volume: inputs.core.v1.Volume;
  readonly mount: inputs.core.v1.VolumeMount;
}

/** The folder in which a Secret appears. */
function mountPathOf(secret: SecretMount): string {
  return secret.mountPath ?? `/var/run/secrets/${secret.secretName}`;
}

/** The volumes of the Secrets: readable by the process alone, and not writable. */
export function secretVolumes(secrets: readonly SecretMount[]): MountedVolume[] {
  return secrets.map((secret, index) => ({
    volume: {
      name: `secret-${index}`,
      secret: {
        secretName: secret.secretName,
        // 0440: the files belong to root and to the pod's group.
        defaultMode: 0o440,
        ...(secret.keys === undefined ? {} : { items: secret.keys.map((key) => ({ key, path: key })) }),
      },
    },
    mount: { name: `secret-${index}`, mountPath: mountPathOf(secret), readOnly: true },
  }));
}

/** Empty folders that the process may write to, gone with the pod; the rest of its file system is read-only. */
export function writableVolumes(paths: readonly string[]): MountedVolume[] {
  return paths.map((mountPath, index) => ({
    volume: { name: `writable-${index}`, emptyDir: { sizeLimit: "128Mi" } },
    mount: { name: `writable-${index}`, mountPath },
  }));
}

/** Refuses names that no Secret can have, folders that are not absolute, and two volumes in one folder. */
export function refuseVolumes(secrets: readonly SecretMount[], writablePaths: readonly string[]): Refusal[] {
  const refusals = [
    ...secrets.flatMap((secret, index) => [
      ...refuseSubdomainName(`secrets[${index}].secretName`, secret.secretName),
      ...refuseMountPath(`secrets[${index}].mountPath`, mountPathOf(secret)),
    ]),
    ...writablePaths.flatMap((path, index) => refuseMountPath(`writablePaths[${index}]`, path)),
  ];
  const seen = new Set<string>();
  for (const [property, path] of [
    ...secrets.map((secret, index) => [`secrets[${index}].mountPath`, mountPathOf(secret)] as const),
    ...writablePaths.map((path, index) => [`writablePaths[${index}]`, path] as const),
  ]) {
    if (seen.has(path)) {
      refusals.push({
        property,
        value: path,
        allowed: "a folder that no other volume has",
        remedy: "Give each volume a folder of its own.",
      });
    }
    seen.add(path);
  }
  return refusals;
}
