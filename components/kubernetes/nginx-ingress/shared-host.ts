import * as pulumi from "@pulumi/pulumi";
import { Ingress } from "@pulumi/kubernetes/networking/v1/ingress.js";
import { refuseLabelName } from "../refusal/names.ts";
import { throwIfRefused } from "../refusal/refusal.ts";
import { knownAfter } from "../workload/known-after.ts";
import { recommendedLabels } from "../workload/labels.ts";
import { hostAnnotations, hostTls, hostUrl, refuseHost, refuseHostTls } from "./host.ts";

export interface SharedHostArgs {
  /** Namespace of the Ingress and of its certificate; the services may be in others. */
  namespace: pulumi.Input<string>;
  /** Name of the Ingress. Default: the component's name. */
  name?: string;
  /** Host name. Refused when it is no DNS name, or a wildcard. */
  host: string;
  /** Class of the ingress controller. Default `nginx`. */
  ingressClassName?: pulumi.Input<string>;
  /**
   * Secret with the certificate of the host, in the namespace. Default: the controller's wildcard certificate.
   * Refused together with allowHttp.
   */
  tlsSecretName?: string;
  /** Serves the host without TLS. Default false: requests over HTTP are redirected to HTTPS. */
  allowHttp?: boolean;
}

/**
 * One host name for several services, each below a path of its own: the part of the host that no service owns, its
 * certificate first of all. Services join it with `route.sharedHost`.
 */
export class SharedHost extends pulumi.ComponentResource {
  /** The host name; whatever uses it waits until the controller serves the host. */
  public readonly host: pulumi.Output<string>;
  /** Address of the host, such as `https://api.example.com`. */
  public readonly url: pulumi.Output<string>;

  constructor(name: string, args: SharedHostArgs, opts?: pulumi.ComponentResourceOptions) {
    const ingressName = args.name ?? name;
    throwIfRefused("SharedHost", name, [
      ...refuseLabelName("name", ingressName),
      ...(typeof args.namespace === "string" ? refuseLabelName("namespace", args.namespace) : []),
      ...refuseHost("host", args.host),
      ...refuseHostTls("", args),
    ]);
    super("cluster-platform:index:SharedHost", name, {}, opts);

    const ingress = new Ingress(
      `${name}-ingress`,
      {
        metadata: {
          name: ingressName,
          namespace: args.namespace,
          labels: recommendedLabels({
            name: ingressName,
            instance: ingressName,
            component: "host",
            partOf: ingressName,
          }),
          annotations: hostAnnotations(args, "master"),
        },
        spec: {
          ingressClassName: args.ingressClassName ?? "nginx",
          ...hostTls(args.host, args),
          rules: [{ host: args.host }],
        },
      },
      { parent: this },
    );

    this.host = knownAfter(args.host, [ingress]);
    this.url = knownAfter(hostUrl(args.host, args), [ingress]);
    this.registerOutputs({ host: this.host, url: this.url });
  }
}
