import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";

/** A private endpoint that leads to the resource of this name. */
export function endpointOf(name: string): TestResource {
  return {
    type: "azure-native:network:PrivateEndpoint",
    name: `${name}-endpoint`,
    inputs: { privateLinkServiceConnections: [{ groupIds: ["any"], privateLinkServiceId: unknown }] },
    dependencies: { privateLinkServiceConnections: [name] },
  };
}

/** A diagnostic setting of the resource of this name, with these entries in `logs`. */
export function diagnosticsOf(name: string, ...logs: readonly unknown[]): TestResource {
  return {
    type: "azure-native:monitor:DiagnosticSetting",
    name: `${name}-diagnostics`,
    inputs: { resourceUri: unknown, workspaceId: unknown, logs },
    dependencies: { resourceUri: [name] },
  };
}

/** All logs, as an entry of a diagnostic setting. */
export const allLogs = { categoryGroup: "allLogs", enabled: true };

/** A Defender plan of a subscription. */
export function defenderPlan(name: string, pricingTier: unknown = "Standard"): TestResource {
  return {
    type: "azure-native:security:Pricing",
    name: `plan-${name}`,
    inputs: { pricingName: name, pricingTier },
  };
}
