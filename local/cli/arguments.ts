import { parseArgs } from "node:util";
import { commands, type CommandName, isCommand, UsageError } from "./usage.ts";

/** The command line, understood. */
export interface Invocation {
  readonly command: CommandName;
  readonly stack: string;
  readonly expectNoChanges: boolean;
  readonly diff: boolean;
  readonly json: boolean;
  readonly showSecrets: boolean;
  readonly help: boolean;
  /** `exec`: what the engine gets. */
  readonly rest: readonly string[];
}

type Flag = "expect-no-changes" | "diff" | "json" | "show-secrets";

/** Which flags mean something to which command; any other combination is refused rather than ignored. */
const flagsOf: Readonly<Record<CommandName, readonly Flag[]>> = {
  up: ["expect-no-changes", "diff"],
  preview: ["expect-no-changes", "diff"],
  refresh: ["expect-no-changes", "diff"],
  destroy: ["diff"],
  status: ["json"],
  outputs: ["json", "show-secrets"],
  kubeconfig: [],
  reset: [],
  exec: [],
};

/**
 * Reads a command line such as `preview --stack prod --expect-no-changes`.
 *
 * @throws UsageError naming the argument, and what is allowed instead.
 */
export function parseInvocation(argv: readonly string[]): Invocation {
  const [first, ...others] = argv;
  const named = first !== undefined && !first.startsWith("-");
  const command = named ? first : "up";
  if (!isCommand(command)) {
    throw new UsageError(`unknown command '${command}': one of ${Object.keys(commands).join(", ")}`);
  }
  const words = named ? others : argv;
  if (command === "exec") return execInvocation(words);

  const { values, positionals } = parseWords(words);
  if (positionals.length > 0) {
    throw new UsageError(`unexpected argument '${String(positionals[0])}' after '${command}'`);
  }
  const given: Flag[] = (["expect-no-changes", "diff", "json", "show-secrets"] as const).filter(
    (flag) => values[flag] === true,
  );
  const stray = given.find((flag) => !flagsOf[command].includes(flag));
  if (stray !== undefined) {
    const takers = Object.entries(flagsOf)
      .filter(([, flags]) => flags.includes(stray))
      .map(([name]) => name);
    throw new UsageError(`--${stray} is no option of '${command}'; it goes with ${takers.join(", ")}`);
  }
  return {
    command,
    stack: values.stack ?? "dev",
    expectNoChanges: values["expect-no-changes"] ?? false,
    diff: values.diff ?? false,
    json: values.json ?? false,
    showSecrets: values["show-secrets"] ?? false,
    help: values.help ?? false,
    rest: [],
  };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        stack: { type: "string", short: "s" },
        "expect-no-changes": { type: "boolean" },
        diff: { type: "boolean" },
        json: { type: "boolean" },
        "show-secrets": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** `exec` keeps every word for the engine, but for a --stack that stands first. */
function execInvocation(words: readonly string[]): Invocation {
  const defaults = { expectNoChanges: false, diff: false, json: false, showSecrets: false };
  const [option, stack, ...rest] = words;
  const named = (option === "--stack" || option === "-s") && stack !== undefined;
  if (words.length === 0) throw new UsageError("exec needs arguments for the engine, such as: exec stack ls");
  return {
    command: "exec",
    stack: named ? stack : "dev",
    ...defaults,
    help: false,
    rest: named ? rest : words,
  };
}
