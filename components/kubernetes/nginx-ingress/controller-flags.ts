import { metricsPort } from "./controller-traffic.ts";
import { healthPath, TrafficPolicy } from "./load-balancer.ts";

/** What the command line of the controller says. */
export interface ControllerFlags {
  readonly namespace: string;
  readonly className: string;
  readonly settings: string;
  readonly service: string;
  readonly lease: string;
  /** Namespaces that are served; undefined: all. */
  readonly served: readonly string[] | undefined;
  readonly defaultTlsSecret: string | undefined;
  readonly wildcardTlsSecret: string | undefined;
  readonly externalTrafficPolicy: TrafficPolicy;
}

/**
 * The controller's command line
 * (https://docs.nginx.com/nginx-ingress-controller/configuration/global-configuration/command-line-arguments/).
 */
export function controllerFlags(flags: ControllerFlags): string[] {
  return [
    `-nginx-configmaps=${flags.namespace}/${flags.settings}`,
    `-ingress-class=${flags.className}`,
    ...(flags.served === undefined
      ? []
      : [
          // Its own namespace too: there it finds the Service whose address it writes into the status of Ingresses.
          `-watch-namespace=${[flags.namespace, ...flags.served].join(",")}`,
          `-watch-secret-namespace=${flags.served.join(",")}`,
        ]),
    "-report-ingress-status",
    `-external-service=${flags.service}`,
    "-enable-leader-election=true",
    `-leader-election-lock-name=${flags.lease}`,
    // Ingresses only: VirtualServer and its like need custom resource definitions, which this version does not install.
    "-enable-custom-resources=false",
    "-enable-snippets=false",
    "-enable-telemetry-reporting=false",
    "-enable-prometheus-metrics",
    `-prometheus-metrics-listen-port=${metricsPort}`,
    "-nginx-status=false",
    "-ready-status=true",
    "-log-format=json",
    ...(flags.externalTrafficPolicy === TrafficPolicy.Cluster
      ? ["-health-status=true", `-health-status-uri=${healthPath}`]
      : []),
    ...(flags.defaultTlsSecret === undefined ? [] : [`-default-server-tls-secret=${flags.defaultTlsSecret}`]),
    ...(flags.wildcardTlsSecret === undefined ? [] : [`-wildcard-tls-secret=${flags.wildcardTlsSecret}`]),
  ];
}
