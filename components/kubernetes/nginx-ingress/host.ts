import type * as inputs from "@pulumi/kubernetes/types/input.js";
import type * as pulumi from "@pulumi/pulumi";
import { refuseSubdomainName } from "../refusal/names.ts";
import type { Refusal } from "../refusal/refusal.ts";

/** How a host is served. */
export interface HostSecurity {
  readonly tlsSecretName?: string | undefined;
  readonly allowHttp?: boolean | undefined;
}

/**
 * Which share of a host an Ingress describes. NGINX Ingress Controller gives a host to one Ingress; the paths of others
 * reach it as minions of a master (https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources/cross-namespace-configuration/).
 */
export type HostShare = "whole" | "master" | "minion";

/** The annotations that decide on plain HTTP and on sharing. */
export function hostAnnotations({ allowHttp }: HostSecurity, share: HostShare): Record<string, string> {
  return {
    // Azure Policy 1a5b4dca asks for this one; the controller goes by the next, which a minion must not have.
    "kubernetes.io/ingress.allow-http": `${allowHttp ?? false}`,
    ...(share === "minion" ? {} : { "nginx.org/ssl-redirect": `${!(allowHttp ?? false)}` }),
    ...(share === "whole" ? {} : { "nginx.org/mergeable-ingress-type": share }),
  };
}

/** The certificate of a host: without a Secret it is the controller's wildcard certificate. */
export function hostTls(
  host: pulumi.Input<string>,
  { tlsSecretName, allowHttp }: HostSecurity,
): Pick<inputs.networking.v1.IngressSpec, "tls"> {
  if (allowHttp === true) {
    return {};
  }
  return { tls: [{ hosts: [host], ...(tlsSecretName === undefined ? {} : { secretName: tlsSecretName }) }] };
}

/** The address of a host, without a path. */
export function hostUrl(host: string, { allowHttp }: HostSecurity): string {
  return `${allowHttp === true ? "http" : "https"}://${host}`;
}

/** Refuses a name that is not one host. */
export function refuseHost(property: string, value: string): Refusal[] {
  const name = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
  return value.length <= 253 && name.test(value)
    ? []
    : [
        {
          property,
          value,
          allowed: "one fully qualified DNS name in lower case, without a wildcard",
          remedy: 'Write it like "api.example.com".',
        },
      ];
}

/** Refuses a certificate for a host that is served without TLS, and a Secret that cannot exist. */
export function refuseHostTls(prefix: string, { tlsSecretName, allowHttp }: HostSecurity): Refusal[] {
  if (tlsSecretName === undefined) {
    return [];
  }
  const refusals = refuseSubdomainName(`${prefix}tlsSecretName`, tlsSecretName);
  if (allowHttp === true) {
    refusals.push({
      property: `${prefix}allowHttp`,
      value: true,
      allowed: `false where ${prefix}tlsSecretName is given`,
      remedy: "Remove one of the two.",
    });
  }
  return refusals;
}
