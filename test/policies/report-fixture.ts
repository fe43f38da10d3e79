import type { Pack } from "../../policies/pack.ts";
import { RunRecord } from "../../policies/report/record.ts";
import { summarize } from "../../policies/report/summary.ts";
import { resourceRule, stackRule } from "../../policies/rule.ts";
import { ExemptionBook } from "../../policies/settings/exemption-book.ts";

const described = {
  severity: "high",
  description: "Why it <matters>.",
  remediation: "Set `tls` to 1.2 & above.",
  references: {
    catalogue: ["STG-01"],
    cis: ["Found6 9.3.6"],
    nist: ["SC-8"],
    docs: ["https://example.com/tls"],
  },
} as const;
const tls = resourceRule({
  ...described,
  id: "storage-minimum-tls",
  title: "Storage speaks TLS 1.2",
  appliesTo: ["azure-native:storage:StorageAccount"],
  check: () => [],
});
const https = resourceRule({ ...tls, id: "storage-https-only", title: "Storage speaks HTTPS only" });
const audited = stackRule({
  ...described,
  id: "sql-auditing",
  title: "SQL is audited",
  references: { catalogue: ["SQL-01"], cis: ["AKS 1.1"], docs: ["https://example.com/audit"] },
  appliesTo: ["azure-native:sql:Server"],
  reads: [],
  check: () => [],
});
const silent = resourceRule({ ...tls, id: "keyvault-asked-by-nobody", title: "Nobody asks" });

const pack: Pack = {
  name: "example-pack",
  version: "1.2.3",
  displayName: "Example <pack>",
  description: "For tests",
  rules: [tls, https, audited, silent],
};

export const urn = (name: string) => `urn:pulumi:dev::platform::azure-native:storage:StorageAccount::${name}`;
/** A name that means something in every format in which it is written. */
export const oddName = `a<img src=x onerror="document.title='broken'">|*_]]>&`;

/** A run in which everything happens that can. */
export function exampleSummary() {
  const book = new ExemptionBook(
    [
      {
        rule: "storage-https-only",
        resource: urn("old"),
        reason: "An old | device",
        owner: "network@example.com",
        expires: "2999-12-31",
      },
      {
        rule: "storage-minimum-tls",
        resource: urn("gone"),
        reason: "Was needed",
        owner: "network@example.com",
        expires: "2999-12-31",
      },
      {
        rule: "storage-minimum-tls",
        resource: urn("older"),
        reason: "Was needed",
        owner: "network@example.com",
        expires: "2020-12-31",
      },
    ],
    "dev",
    new Date("2026-01-01T00:00:00Z"),
  );
  book.find("storage-https-only", urn("old"));
  const record = new RunRecord("dev", book);
  const message = (found: string) => `${found}\nRemedy: Set \`tls\` to 1.2 & above.`;
  record.pass(tls, urn("good"));
  record.pass(https, urn("good"));
  record.add({
    rule: tls,
    urn: urn(oddName),
    outcome: "violated",
    level: "mandatory",
    message: message('tls is "1.0"; it must be "1.2"'),
  });
  record.add({
    rule: https,
    urn: urn(oddName),
    outcome: "violated",
    level: "advisory",
    message: message("https is absent"),
  });
  record.add({
    rule: tls,
    urn: urn("new"),
    outcome: "undecided",
    level: "advisory",
    message: message("tls is not known before the update"),
  });
  record.add({
    rule: https,
    urn: urn("old"),
    outcome: "exempt",
    level: "mandatory",
    message: message("https is false"),
  });
  record.add({
    rule: audited,
    urn: undefined,
    outcome: "undecided",
    level: "advisory",
    message: message("state is not known before the update"),
  });
  return summarize(pack, record);
}
