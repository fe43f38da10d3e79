/** `npm run local`: the platform on the local Azure. */
import { type Invocation, parseInvocation } from "./arguments.ts";
import { type CommandName, usage, UsageError } from "./usage.ts";

/** Loaded one by one: `status` must not wait for what `up` needs. */
const handlers: Readonly<Record<CommandName, (invocation: Invocation) => Promise<number>>> = {
  up: async (invocation) => (await import("./commands/up.ts")).up(invocation),
  preview: async (invocation) => (await import("./commands/preview.ts")).preview(invocation),
  refresh: async (invocation) => (await import("./commands/refresh.ts")).refresh(invocation),
  destroy: async (invocation) => (await import("./commands/destroy.ts")).destroy(invocation),
  status: async (invocation) => (await import("./commands/status.ts")).status(invocation),
  outputs: async (invocation) => (await import("./commands/outputs.ts")).outputs(invocation),
  kubeconfig: async (invocation) => (await import("./commands/kubeconfig.ts")).kubeconfig(invocation),
  reset: async () => (await import("./commands/reset.ts")).reset(),
  exec: async (invocation) => (await import("./commands/exec.ts")).exec(invocation),
};

async function main(argv: readonly string[]): Promise<number> {
  const invocation = parseInvocation(argv);
  if (invocation.help) {
    console.log(usage());
    return 0;
  }
  return handlers[invocation.command](invocation);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageError;
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  if (isUsage) console.error("\n'npm run local -- --help' lists commands and options.");
  process.exitCode = isUsage ? 2 : 1;
}
