import { defenderPlans, plansNamed } from "../../azure/defender-plan.ts";
import { storageAccounts } from "../../azure/storage-service.ts";
import { each } from "../../evaluate.ts";
import { demandOneOf } from "../../requirement.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

const defenderForStorage: readonly TypePattern[] = ["azure-native:security:DefenderForStorage"];
const switches = ["isEnabled", "malwareScanning.onUpload.isEnabled", "sensitiveDataDiscovery.isEnabled"];

export default stackRule({
  id: "storage-defender",
  title: "Defender for Storage watches the account, scans for malware and finds sensitive data",
  severity: "medium",
  enforcement: "advisory",
  description:
    "Defender reports unusual access, malware among uploads and sensitive data that is exposed. Advice, because the plan may be on for the whole subscription, which no stack shows.",
  remediation:
    "Add a security.DefenderForStorage for the account with properties.isEnabled, malwareScanning.onUpload.isEnabled and sensitiveDataDiscovery.isEnabled true, or the Defender plan StorageAccounts in the Standard tier.",
  references: {
    catalogue: ["STO-22"],
    psrule: ["Storage.DefenderCloud", "Storage.Defender.MalwareScan", "Storage.Defender.DataScan"],
    nist: ["RA-5", "SI-3", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-storage-introduction"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  reads: [...defenderForStorage, ...defenderPlans],
  check: (stack) =>
    each(stack.ofType(...storageAccounts), function* (account) {
      if (plansNamed(stack, "StorageAccounts").some(({ props }) => props.at("pricingTier").is("Standard")))
        return;
      const settings = stack
        .ofType(...defenderForStorage)
        .filter((setting) => setting.dependenciesOf("resourceId").includes(account.urn));
      if (settings.length === 0)
        yield { path: "", message: "nothing in the stack turns on Defender for Storage", resource: account };
      for (const setting of settings) {
        for (const path of switches) {
          for (const finding of demandOneOf(setting.props.at(`properties.${path}`), [true]))
            yield { ...finding, resource: setting };
        }
      }
    }),
});
