import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-csi-storage-class",
  title: "Storage classes use CSI drivers",
  severity: "medium",
  description:
    "The drivers inside of Kubernetes are removed; volumes that they made cannot be attached after the upgrade.",
  remediation: "Set provisioner to disk.csi.azure.com, file.csi.azure.com or blob.csi.azure.com.",
  references: {
    catalogue: ["K8S-74"],
    azurePolicy: ["4f3823b6"],
    nist: ["CM-6", "SA-22"],
    docs: ["https://learn.microsoft.com/azure/aks/csi-storage-drivers"],
  },
  appliesTo: ["kubernetes:storage.k8s.io:StorageClass"],
  *check({ props }) {
    const provisioner = props.at("provisioner");
    if (!provisioner.isSet || (provisioner.string ?? "").startsWith("kubernetes.io/"))
      yield provisioner.violates("must be a CSI driver");
  },
});
