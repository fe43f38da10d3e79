import type { TestResource } from "../../../policies/testing/index.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A registry that breaks no rule. */
export const compliantRegistry: TestResource = {
  type: "azure-native:containerregistry:Registry",
  inputs: {
    sku: { name: "Premium" },
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    publicNetworkAccess: "Disabled",
    networkRuleSet: { defaultAction: "Deny" },
    policies: { exportPolicy: { status: "disabled" } },
  },
};

const webhook: TestResource = {
  type: "azure-native:containerregistry:Webhook",
  inputs: { serviceUri: "https://example.com/hook?token=hidden" },
};

const publicRegistry = withInput(compliantRegistry, "publicNetworkAccess", "Enabled");

export const acrCases: ServiceCases = {
  "acr-admin-user-disabled": propertyCases(compliantRegistry, "adminUserEnabled", {
    good: [false],
    bad: [true],
    absent: "pass",
  }),
  "acr-anonymous-pull-disabled": propertyCases(compliantRegistry, "anonymousPullEnabled", {
    good: [false],
    bad: [true],
    absent: "pass",
  }),
  "acr-public-access-disabled": propertyCases(compliantRegistry, "publicNetworkAccess", {
    good: ["Disabled", "disabled"],
    bad: ["Enabled"],
    absent: "fail",
  }),
  "acr-network-default-deny": {
    compliant: [compliantRegistry, publicRegistry, withInput(compliantRegistry, "networkRuleSet", undefined)],
    violating: [
      {
        subject: withInput(publicRegistry, "networkRuleSet.defaultAction", "Allow"),
        message: /networkRuleSet\.defaultAction is "Allow"; it must be "Deny"/,
      },
    ],
    absent: { subject: withInput(publicRegistry, "networkRuleSet", undefined), outcome: "fail" },
    unknown: propertyCases(publicRegistry, "networkRuleSet.defaultAction", {
      good: [],
      bad: [],
      absent: "fail",
    }).unknown,
  },
  "acr-sku-not-basic": propertyCases(compliantRegistry, "sku.name", {
    good: ["Premium", "Standard"],
    bad: ["Basic"],
    absent: "fail",
  }),
  "acr-export-disabled": propertyCases(compliantRegistry, "policies.exportPolicy.status", {
    good: ["disabled"],
    bad: ["enabled"],
    absent: "fail",
  }),
  "acr-webhook-https": {
    ...propertyCases(webhook, "serviceUri", { good: ["https://example.com"], bad: [], absent: "fail" }),
    violating: [
      {
        subject: withInput(webhook, "serviceUri", "http://example.com/hook?token=hidden"),
        message: /^serviceUri is not an https:\/\/ address\.\nRemedy/,
      },
    ],
  },
};
