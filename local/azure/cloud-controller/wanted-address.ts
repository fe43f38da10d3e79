import type { Service } from "./service.ts";

/** Where a Service's address is to come from. */
export type WantedAddress =
  /** A public IP address that exists, by name. */
  | { readonly kind: "named"; readonly name: string; readonly resourceGroup: string | undefined }
  /** A public IP address that exists, by its address. */
  | { readonly kind: "address"; readonly address: string; readonly resourceGroup: string | undefined }
  /** A public IP address that the cloud makes for the Service. */
  | { readonly kind: "new"; readonly dnsLabel: string | undefined }
  /** An address of a subnet of the cluster's network. */
  | { readonly kind: "internal"; readonly subnet: string | undefined; readonly address: string | undefined };

const prefix = "service.beta.kubernetes.io/azure-";

/** Annotations of the Azure cloud provider: https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/#loadbalancer-annotations */
export const annotations = {
  internal: `${prefix}load-balancer-internal`,
  internalSubnet: `${prefix}load-balancer-internal-subnet`,
  ipv4: `${prefix}load-balancer-ipv4`,
  resourceGroup: `${prefix}load-balancer-resource-group`,
  publicIpName: `${prefix}pip-name`,
  dnsLabel: `${prefix}dns-label-name`,
} as const;

/** Reads the annotations in the order in which the cloud provider does: internal, by name, by address, new. */
export function wantedAddress(service: Service): WantedAddress {
  const value = (annotation: string): string | undefined => {
    const text = service.annotations[annotation]?.trim();
    return text === undefined || text === "" ? undefined : text;
  };
  const address =
    value(annotations.ipv4) ?? (service.loadBalancerIp === "" ? undefined : service.loadBalancerIp);
  if (value(annotations.internal) === "true") {
    return { kind: "internal", subnet: value(annotations.internalSubnet), address };
  }
  const resourceGroup = value(annotations.resourceGroup);
  const name = value(annotations.publicIpName);
  if (name !== undefined) return { kind: "named", name, resourceGroup };
  if (address !== undefined) return { kind: "address", address, resourceGroup };
  return { kind: "new", dnsLabel: value(annotations.dnsLabel) };
}
