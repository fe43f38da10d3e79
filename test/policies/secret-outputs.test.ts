import { describe, it } from "mocha";
import rule from "../../policies/rules/governance/governance-secret-outputs.ts";
import { expectFail, expectPass, secret, unknown } from "../../policies/testing/index.ts";
import type { TestResource } from "../../policies/testing/index.ts";
import { kubeconfig } from "./cases/governance.ts";

/** The stack as the engine sends it in the end, with its outputs. No program registers it by hand. */
const outputs = (inputs: TestResource["inputs"]): TestResource => ({
  type: "pulumi:pulumi:Stack",
  name: "platform-dev",
  inputs,
});

describe("outputs of a stack", () => {
  it("may be secret, unknown, or harmless", () => {
    expectPass(rule, [
      outputs({ kubeconfig: secret(kubeconfig), host: "db.example.com", password: unknown }),
    ]);
  });

  it("may not be a kubeconfig in plain text", () => {
    expectFail(rule, [outputs({ kubeconfig })], /kubeconfig is a kubeconfig in plain text/);
  });

  it("may not hold a password in plain text, however deep", () => {
    expectFail(
      rule,
      [outputs({ database: { password: "hunter22" } })],
      /database\.password reads as a secret/,
    );
  });

  it("may not hold a connection string with its password", () => {
    expectFail(
      rule,
      [outputs({ url: "postgres://app:hunter22@db.example.com/app" })],
      /url reads as a secret/,
    );
  });
});
