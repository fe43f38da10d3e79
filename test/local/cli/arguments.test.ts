import assert from "node:assert/strict";
import { parseInvocation } from "../../../local/cli/arguments.ts";
import { UsageError } from "../../../local/cli/usage.ts";

describe("the command line", () => {
  it("is `up` on dev when nothing is said", () => {
    const invocation = parseInvocation([]);
    assert.equal(invocation.command, "up");
    assert.equal(invocation.stack, "dev");
  });

  it("takes options without a command as options of `up`", () => {
    assert.deepEqual(parseInvocation(["--stack", "prod", "--expect-no-changes"]), {
      command: "up",
      stack: "prod",
      expectNoChanges: true,
      diff: false,
      json: false,
      showSecrets: false,
      help: false,
      rest: [],
    });
  });

  it("leaves every word after `exec` to the engine, but for a --stack that stands first", () => {
    assert.deepEqual(parseInvocation(["exec", "--stack", "prod", "stack", "ls", "--json"]).rest, [
      "stack",
      "ls",
      "--json",
    ]);
    assert.equal(parseInvocation(["exec", "--stack", "prod", "stack", "ls"]).stack, "prod");
    assert.deepEqual(parseInvocation(["exec", "stack", "--stack", "x"]).rest, ["stack", "--stack", "x"]);
  });

  for (const [argv, message] of [
    [["upp"], /unknown command 'upp': one of up, preview/],
    [["preview", "now"], /unexpected argument 'now' after 'preview'/],
    [["up", "--json"], /--json is no option of 'up'; it goes with status, outputs/],
    [["preview", "--stak", "dev"], /--stak/],
    [["preview", "--stack"], /--stack/],
    [["exec"], /exec needs arguments/],
  ] as const) {
    it(`refuses: ${argv.join(" ")}`, () => {
      assert.throws(
        () => parseInvocation(argv),
        (error) => error instanceof UsageError && message.test(error.message),
      );
    });
  }
});
