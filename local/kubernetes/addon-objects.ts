/** A Kubernetes object with the path it is applied at. */
export interface AddonObject {
  readonly path: string;
  readonly object: object;
}

const disk = { provisioner: "disk.csi.azure.com", volumeBindingMode: "WaitForFirstConsumer" };
const file = { provisioner: "file.csi.azure.com", volumeBindingMode: "Immediate" };

/**
 * The storage classes of a new AKS cluster; `default` is the default one.
 * Source: https://learn.microsoft.com/azure/aks/concepts-storage#storage-classes
 */
const storageClasses: Readonly<Record<string, typeof disk & { readonly skuName: string }>> = {
  default: { ...disk, skuName: "StandardSSD_LRS" },
  managed: { ...disk, skuName: "StandardSSD_LRS" },
  "managed-csi": { ...disk, skuName: "StandardSSD_LRS" },
  "managed-premium": { ...disk, skuName: "Premium_LRS" },
  "managed-csi-premium": { ...disk, skuName: "Premium_LRS" },
  azurefile: { ...file, skuName: "Standard_LRS" },
  "azurefile-csi": { ...file, skuName: "Standard_LRS" },
  "azurefile-premium": { ...file, skuName: "Premium_LRS" },
  "azurefile-csi-premium": { ...file, skuName: "Premium_LRS" },
};

function storageClass(name: string): AddonObject {
  const { provisioner, volumeBindingMode, skuName } = storageClasses[name] ?? { ...disk, skuName: "" };
  return {
    path: `/apis/storage.k8s.io/v1/storageclasses/${name}`,
    object: {
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata: {
        name,
        labels: {
          "addonmanager.kubernetes.io/mode": "EnsureExists",
          "kubernetes.io/cluster-service": "true",
        },
        annotations: name === "default" ? { "storageclass.kubernetes.io/is-default-class": "true" } : {},
      },
      provisioner,
      parameters: { skuName },
      reclaimPolicy: "Delete",
      volumeBindingMode,
      allowVolumeExpansion: true,
    },
  };
}

/** The tenth address of a network, which AKS gives to DNS: `10.0.0.0/16` gives `10.0.0.10`. IPv4 only. */
export function dnsServiceIp(serviceCidr: string): string {
  const [a = NaN, b = NaN, c = NaN, d = NaN, prefix = NaN] =
    /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(serviceCidr)?.slice(1).map(Number) ?? [];
  // A network of 16 addresses is the smallest that holds the tenth.
  if (![a, b, c, d].every((octet) => octet <= 255) || !(prefix <= 28)) {
    throw new Error(
      `serviceCidr '${serviceCidr}' is not an IPv4 network such as 10.0.0.0/16 of at least 16 addresses`,
    );
  }
  const size = 2 ** (32 - prefix);
  const address = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  const tenth = address - (address % size) + 10;
  return [24, 16, 8, 0].map((shift) => Math.floor(tenth / 2 ** shift) % 256).join(".");
}

/** What AKS puts into a new cluster and programs rely on. No pod answers behind the DNS service. */
export function addonObjects(serviceCidr: string): AddonObject[] {
  return [
    ...Object.keys(storageClasses).map(storageClass),
    {
      path: "/api/v1/namespaces/kube-system/services/kube-dns",
      object: {
        apiVersion: "v1",
        kind: "Service",
        metadata: {
          name: "kube-dns",
          namespace: "kube-system",
          labels: { "k8s-app": "kube-dns", "kubernetes.io/name": "CoreDNS" },
        },
        spec: {
          clusterIP: dnsServiceIp(serviceCidr),
          selector: { "k8s-app": "kube-dns" },
          ports: [
            { name: "dns", port: 53, protocol: "UDP" },
            { name: "dns-tcp", port: 53, protocol: "TCP" },
          ],
        },
      },
    },
  ];
}
