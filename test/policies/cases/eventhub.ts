import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A namespace that breaks no rule. */
export const compliantNamespace: TestResource = {
  type: "azure-native:eventhub:Namespace",
  inputs: { disableLocalAuth: true, minimumTlsVersion: "1.2", publicNetworkAccess: "Disabled" },
};

const ruleSet: TestResource = {
  type: "azure-native:eventhub:NamespaceNetworkRuleSet",
  inputs: { defaultAction: "Deny", publicNetworkAccess: "Disabled" },
};

const hub: TestResource = { type: "azure-native:eventhub:EventHub", inputs: { messageRetentionInDays: 7 } };

const authorization: TestResource = {
  type: "azure-native:eventhub:NamespaceAuthorizationRule",
  inputs: { authorizationRuleName: "everything", rights: ["Listen", "Send"] },
};

const rootKey = withInput(authorization, "authorizationRuleName", "RootManageSharedAccessKey");

export const eventhubCases: ServiceCases = {
  "eventhub-local-auth-disabled": propertyCases(compliantNamespace, "disableLocalAuth", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "eventhub-minimum-tls": propertyCases(compliantNamespace, "minimumTlsVersion", {
    good: ["1.2", "1.3"],
    bad: ["1.0", "1.1"],
    absent: "fail",
  }),
  "eventhub-public-access-disabled": {
    ...propertyCases(compliantNamespace, "publicNetworkAccess", {
      good: [],
      bad: ["Enabled"],
      absent: "fail",
    }),
    compliant: [
      compliantNamespace,
      ruleSet,
      withInput(compliantNamespace, "publicNetworkAccess", "SecuredByPerimeter"),
    ],
    violating: [
      {
        subject: withInput(compliantNamespace, "publicNetworkAccess", "Enabled"),
        message: /publicNetworkAccess is "Enabled"/,
      },
      {
        subject: withInput(ruleSet, "publicNetworkAccess", "Enabled"),
        message: /publicNetworkAccess is "Enabled"/,
      },
    ],
  },
  "eventhub-network-default-deny": propertyCases(ruleSet, "defaultAction", {
    good: ["Deny"],
    bad: ["Allow"],
    absent: "fail",
  }),
  "eventhub-no-namespace-keys": {
    compliant: [rootKey],
    violating: [
      {
        subject: authorization,
        message: /the authorization rule "everything" holds for the whole namespace/,
      },
    ],
    absent: { subject: withInput(authorization, "authorizationRuleName", undefined), outcome: "fail" },
    unknown: [withInput(authorization, "authorizationRuleName", unknown)],
  },
  "eventhub-retention": {
    compliant: [
      hub,
      withInput(withInput(hub, "messageRetentionInDays", undefined), "retentionDescription", {
        retentionTimeInHours: 24,
      }),
    ],
    violating: [
      {
        subject: withInput(withInput(hub, "messageRetentionInDays", undefined), "partitionCount", 4),
        message: /messageRetentionInDays is absent; it must be set/,
      },
    ],
    absent: { subject: withInput(hub, "messageRetentionInDays", undefined), outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
};
