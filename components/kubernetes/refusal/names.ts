import type { Refusal } from "./refusal.ts";

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const labelStartingWithLetter = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Refuses what is not an RFC 1123 label: names of namespaces. */
export function refuseLabelName(property: string, value: string): Refusal[] {
  return value.length <= 63 && label.test(value)
    ? []
    : [
        {
          property,
          value,
          allowed:
            "a DNS-1123 label: at most 63 lower-case letters, digits and hyphens, with a letter or digit at both ends",
          remedy: `Rename it, for example to "${suggestion(value)}".`,
        },
      ];
}

/** Refuses what is not an RFC 1035 label: names of Services, which must start with a letter. */
export function refuseServiceName(property: string, value: string): Refusal[] {
  return value.length <= 63 && labelStartingWithLetter.test(value)
    ? []
    : [
        {
          property,
          value,
          allowed:
            "a DNS-1123 label that starts with a letter: at most 63 lower-case letters, digits and hyphens, with a letter or digit at the end",
          remedy: `Rename it, for example to "${suggestion(value)}".`,
        },
      ];
}

/** Refuses what is not an RFC 1123 subdomain: names of Secrets, ConfigMaps and IngressClasses. */
export function refuseSubdomainName(property: string, value: string): Refusal[] {
  return value.length <= 253 && subdomain.test(value)
    ? []
    : [
        {
          property,
          value,
          allowed:
            "a DNS-1123 subdomain: at most 253 lower-case letters, digits, hyphens and dots, each part with a letter or digit at both ends",
          remedy: "Name an object that can exist in Kubernetes.",
        },
      ];
}

/** Refuses what is not `<namespace>/<name>`. */
export function refuseNamespacedName(property: string, value: string): Refusal[] {
  const [namespace, name, ...rest] = value.split("/");
  const wellFormed =
    namespace !== undefined &&
    name !== undefined &&
    rest.length === 0 &&
    refuseLabelName(property, namespace).length === 0 &&
    refuseSubdomainName(property, name).length === 0;
  return wellFormed
    ? []
    : [
        {
          property,
          value,
          allowed: "<namespace>/<name> of a Secret",
          remedy: 'Write both parts, for example "apps/wildcard-tls".',
        },
      ];
}

function suggestion(value: string): string {
  const cleaned = value
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 63)
    .replace(/-+$/, "");
  return cleaned === "" ? "my-service" : cleaned;
}
