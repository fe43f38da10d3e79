import type * as inputs from "@pulumi/kubernetes/types/input.js";
import * as pulumi from "@pulumi/pulumi";
import { hostAnnotations, hostTls, hostUrl, refuseHost, refuseHostTls } from "../nginx-ingress/host.ts";
import { refuseOutside } from "../refusal/numbers.ts";
import { refuseHttpPath } from "../refusal/paths.ts";
import type { Refusal } from "../refusal/refusal.ts";

/** How a service is reached from outside the cluster, through the NGINX Ingress Controller. */
export interface ServiceRoute {
  /**
   * Host name. The controller gives a host to one Ingress alone, so services that share one say so with sharedHost.
   * Refused when it is no DNS name, or a wildcard.
   */
  host: pulumi.Input<string>;
  /**
   * Whether the host belongs to a SharedHost, which then decides on TLS. Default false: the host is this service's
   * alone.
   */
  sharedHost?: boolean;
  /** Path below which every request goes to the service, unchanged. Default `/`. Refused without a leading slash. */
  path?: string;
  /** Class of the ingress controller. Default `nginx`. */
  ingressClassName?: pulumi.Input<string>;
  /**
   * Secret with the certificate of the host, in the namespace of the service. Default: the controller's wildcard
   * certificate. Refused together with allowHttp or sharedHost.
   */
  tlsSecretName?: string;
  /**
   * Serves the route without TLS. Default false: requests over HTTP are redirected to HTTPS. With sharedHost it only
   * repeats what the SharedHost says.
   */
  allowHttp?: boolean;
  /** Largest request body, as NGINX writes sizes. Default `1m`. */
  bodySize?: string;
  /** Seconds that the service may take to answer. Default 60. Refused outside 1 to 3600. */
  timeoutSeconds?: number;
}

/** What the controller is told beyond the standard fields of an Ingress. */
export function routeAnnotations(route: ServiceRoute): Record<string, string> {
  const timeout = `${route.timeoutSeconds ?? 60}s`;
  return {
    ...hostAnnotations(route, route.sharedHost === true ? "minion" : "whole"),
    "nginx.org/client-max-body-size": route.bodySize ?? "1m",
    "nginx.org/proxy-read-timeout": timeout,
    "nginx.org/proxy-send-timeout": timeout,
  };
}

/** The route as an Ingress: one host, one path, TLS unless plain HTTP is asked for or the host is shared. */
export function routeSpec(route: ServiceRoute, serviceName: string): inputs.networking.v1.IngressSpec {
  return {
    ingressClassName: route.ingressClassName ?? "nginx",
    // A part of a shared host must not have this field: the controller refuses it.
    ...(route.sharedHost === true ? {} : hostTls(route.host, route)),
    rules: [
      {
        host: route.host,
        http: {
          paths: [
            {
              path: route.path ?? "/",
              pathType: "Prefix",
              backend: { service: { name: serviceName, port: { name: "http" } } },
            },
          ],
        },
      },
    ],
  };
}

/** The address of the route, for people. */
export function routeUrl(route: ServiceRoute): pulumi.Output<string> {
  return pulumi.output(route.host).apply((host) => `${hostUrl(host, route)}${route.path ?? "/"}`);
}

/** Refuses hosts, paths and limits that NGINX would refuse, or that would expose more than one host. */
export function refuseRoute(route: ServiceRoute | undefined): Refusal[] {
  if (route === undefined) {
    return [];
  }
  const refusals = [
    ...(typeof route.host === "string" ? refuseHost("route.host", route.host) : []),
    ...refuseHttpPath("route.path", route.path ?? "/"),
    ...refuseOutside("route.timeoutSeconds", route.timeoutSeconds ?? 60, {
      least: 1,
      most: 3600,
      remedy: "Give the seconds that the slowest request may take.",
    }),
    ...refuseHostTls("route.", route),
  ];
  if (!/^\d+[kKmMgG]?$/.test(route.bodySize ?? "1m")) {
    refusals.push({
      property: "route.bodySize",
      value: route.bodySize,
      allowed: "a number of bytes, or one with the suffix k, m or g",
      remedy: 'Write it like "8m".',
    });
  }
  if (route.sharedHost === true && route.tlsSecretName !== undefined) {
    refusals.push({
      property: "route.tlsSecretName",
      value: route.tlsSecretName,
      allowed: "absent where route.sharedHost is true",
      remedy: "Give the certificate to the SharedHost.",
    });
  }
  return refusals;
}
