import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { decidesSecurity } from "../../policies/security-property.ts";

describe("properties that decide about security", () => {
  const decisive = [
    "minimumTlsVersion",
    "properties.networkAcls",
    "networkRuleSet.defaultAction",
    "disableLocalAccounts",
    "apiServerAccessProfile.authorizedIPRanges",
    "encryption",
    "spec.template.spec.containers[0].image",
    'metadata.labels["pod-security.kubernetes.io/enforce"]',
    "spec.template",
    "properties",
    "[*]",
    "*",
    "",
  ];
  const harmless = ["tags", "spec.replicas", "agentPoolProfiles[0].count", "count", "description", "data"];

  for (const path of decisive) it(`include ${JSON.stringify(path)}`, () => assert.ok(decidesSecurity(path)));
  for (const path of harmless)
    it(`do not include ${JSON.stringify(path)}`, () => assert.ok(!decidesSecurity(path)));
});
