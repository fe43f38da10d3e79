import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "governance-production-skus",
  title: "Services run in a tier for production",
  severity: "low",
  enforcement: "disabled",
  description:
    "Free, Basic, Developer and Consumption tiers have no assurance of availability, and lack private networks and zones. Off by default: for development they are right.",
  remediation: "Choose a tier with a service level agreement: Standard or Premium.",
  references: {
    catalogue: ["IAM-13"],
    cis: ["Found6 6.1.5"],
    kics: ["tf:azure_production_workload_basic_consumption_sku"],
    nist: ["CP-2", "SA-9"],
    docs: ["https://learn.microsoft.com/azure/reliability/overview"],
  },
  appliesTo: ["azure-native:*:*"],
  *check({ props }) {
    for (const path of ["sku.name", "sku.tier"]) {
      const sku = props.at(path);
      if (sku.is("Basic", "Free", "Consumption", "Developer", "Shared", "F1", "D1", "B1"))
        yield sku.violates("must be a tier for production");
    }
  },
});
