import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-csi-drivers",
  title: "AKS mounts volumes through CSI drivers",
  severity: "low",
  description:
    "The drivers inside of Kubernetes are gone, so that without these no disk, share or snapshot can be made. They are on unless they are turned off.",
  remediation:
    "Leave out storageProfile, or set enabled: true for diskCSIDriver, fileCSIDriver and snapshotController.",
  references: {
    catalogue: ["AKS-44"],
    azurePolicy: ["c5110b6e"],
    nist: ["CM-7", "SA-22"],
    docs: ["https://learn.microsoft.com/azure/aks/csi-storage-drivers"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: ({ props }) =>
    each(["diskCSIDriver", "fileCSIDriver", "snapshotController"], function* (driver) {
      const enabled = props.at(`storageProfile.${driver}.enabled`);
      if (enabled.is(false)) yield enabled.violates("must be true");
    }),
});
