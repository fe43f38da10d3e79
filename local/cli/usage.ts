/** What `npm run local` understands; `main.ts` dispatches on these names. */
export const commands = {
  up: "bring the stack up (the default)",
  preview: "show what up would change",
  refresh: "compare the state with what the local Azure holds",
  destroy: "delete everything the stack made",
  status: "list stacks, resources, clusters and processes",
  outputs: "show the stack's outputs, secrets masked",
  kubeconfig: "write the cluster's kubeconfig and print its path",
  reset: "stop every cluster and forget everything",
  exec: "pass all further arguments to the Pulumi engine",
} as const;

export type CommandName = keyof typeof commands;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** The help text. */
export function usage(): string {
  const rows = Object.entries(commands).map(([name, text]) => `  ${name.padEnd(12)}${text}`);
  return [
    "The platform on the local Azure: the real Pulumi engine, no Azure account.",
    "",
    "usage: npm run local -- [command] [options]",
    "",
    ...rows,
    "",
    "options",
    "  --stack NAME          the stack: every Pulumi.NAME.yaml is one (default: dev)",
    "  --expect-no-changes   up, preview, refresh: fail when there is a change",
    "  --diff                up, preview, refresh, destroy: show changes property by property",
    "  --json                status, outputs: machine-readable",
    "  --show-secrets        outputs: in plain text",
    "",
    "  npm run local -- exec [--stack NAME] <pulumi arguments>",
  ].join("\n");
}

/** A mistake on the command line: shown without a stack trace, ends the process with 2. */
export class UsageError extends Error {}
