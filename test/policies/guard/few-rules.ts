import assert from "node:assert/strict";
import { rules as all } from "../../../policies/registry.ts";
import type { Rule } from "../../../policies/rule.ts";

/** The rules that the guard's tests are told with; what else the pack demands of a cluster is none of their business. */
const ids = [
  "aks-local-accounts-disabled",
  "aks-kubernetes-rbac",
  "aks-azure-rbac",
  "aks-network-policy",
  "sql-auditing",
  "acr-export-disabled",
];

export const rules: readonly Rule[] = ids.map((id) => {
  const rule = all.find((candidate) => candidate.id === id);
  assert.ok(rule, `the registry has no rule ${id}`);
  return rule;
});
