import type { Refusal } from "../refusal/refusal.ts";

/** A container image, taken apart. */
export interface ImageReference {
  /** Registry and repository, such as `docker.io/nginx/nginx-ingress`. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string | undefined;
}

const repositoryPattern = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?(:\d+(?=\/))?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/i;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^sha256:[0-9a-f]{64}$/;

/** Reads `repository[:tag][@digest]`; undefined when it is none. */
export function parseImageReference(text: string): ImageReference | undefined {
  const [named, digest, ...rest] = text.split("@");
  if (named === undefined || rest.length > 0 || (digest !== undefined && !digestPattern.test(digest))) {
    return undefined;
  }
  const colon = named.lastIndexOf(":");
  const hasTag = colon > named.lastIndexOf("/");
  const repository = hasTag ? named.slice(0, colon) : named;
  const tag = hasTag ? named.slice(colon + 1) : undefined;
  if (!repositoryPattern.test(repository) || (tag !== undefined && !tagPattern.test(tag))) {
    return undefined;
  }
  return { repository, tag, digest };
}

/**
 * Refuses an image that can change under a running system: no tag and no digest, or the tag `latest`
 * (CKV_K8S_14, KSV-0013).
 */
export function refuseImage(property: string, value: string): Refusal[] {
  const image = parseImageReference(value);
  const allowed = "an image with an explicit tag other than latest, or with a digest";
  if (image === undefined) {
    return [
      {
        property,
        value,
        allowed,
        remedy: 'Write it like "registry.example.com/team/app:1.4.2" or "…@sha256:…".',
      },
    ];
  }
  if (image.digest !== undefined || (image.tag !== undefined && image.tag !== "latest")) {
    return [];
  }
  return [{ property, value, allowed, remedy: `Pin it, for example "${image.repository}:1.0.0".` }];
}

/** The version that an image stands for, as a label value: its tag, else the first digits of its digest. */
export function versionOf(value: string): string {
  const image = parseImageReference(value);
  const version = image?.tag ?? image?.digest?.replace("sha256:", "sha256-").slice(0, 19) ?? "unknown";
  return version.slice(0, 63).replace(/[^A-Za-z0-9]+$/, "");
}
