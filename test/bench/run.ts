/**
 * `npm run bench`: warm previews of dev and prod beside the engine's floor, as ratios between runs on one machine.
 *
 *     npm run bench -- [--rounds N] [--stack dev|prod]…
 *
 * The platform is brought up in a copy of the checkout with a local Azure of its own, which is removed in the end.
 */
import { parseArgs } from "node:util";
import manifest from "../../package.json" with { type: "json" };
import { Workspace } from "../integration/workspace.ts";
import { BenchEngine, type PolicyMode, policyModes } from "./bench-engine.ts";
import { type StackSize, stackSize, writeFloorProject } from "./floor-program.ts";
import { median, table } from "./table.ts";

/** With the policy pack, a preview takes less than this times the floor. */
const target = 1.5;
const preview = ["preview", "--non-interactive", "--suppress-permalink=true", "--expect-no-changes"];

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    stack: { type: "string", multiple: true, default: ["dev", "prod"] },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`error: --rounds is ${values.rounds}; it must be a whole number of at least 1`);
  process.exit(2);
}

/** Seconds that some work took. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

const timed = ["floor", "none", "pack", "guard"] as const;
type Timed = (typeof timed)[number];

interface Measured {
  readonly stack: string;
  readonly size: StackSize;
  /** Medians in seconds. */
  readonly medians: Readonly<Record<Timed, number>>;
}

async function bringUp(workspace: Workspace, stack: string): Promise<void> {
  console.error(`Bringing up ${stack} …`);
  const up = await workspace.local(["up", "--stack", stack]);
  if (up.code !== 0) throw new Error(`up of stack ${stack} failed:\n${up.output}`);
}

async function measure(workspace: Workspace, engine: BenchEngine, stack: string): Promise<Measured> {
  const size = stackSize(await engine.onStack(stack, "none", ["stack", "export"]));
  const folder = workspace.path("bench", stack);
  writeFloorProject(folder, size.inputLengths, manifest.dependencies["@pulumi/azure-native"]);
  await engine.onProject(folder, stack, ["stack", "init", stack, "--no-select"]);
  await engine.onProject(folder, stack, ["up", "--yes", "--non-interactive", "--skip-preview"]);

  const runs: Readonly<Record<Timed, () => Promise<unknown>>> = {
    floor: () => engine.onProject(folder, stack, preview),
    none: () => engine.onStack(stack, "none", preview),
    pack: () => engine.onStack(stack, "pack", preview),
    guard: () => engine.onStack(stack, "guard", preview),
  };
  const taken: Record<Timed, number[]> = { floor: [], none: [], pack: [], guard: [] };
  // Each round runs everything once, so that what else the machine does strikes all alike. Round 0 warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const kind of timed) {
      const took = await seconds(runs[kind]);
      if (round > 0) taken[kind].push(took);
    }
    console.error(round === 0 ? `${stack}: warm` : `${stack}: round ${round} of ${rounds}`);
  }
  const medians = {
    floor: median(taken.floor),
    none: median(taken.none),
    pack: median(taken.pack),
    guard: median(taken.guard),
  };
  return { stack, size, medians };
}

function report(measured: readonly Measured[]): string {
  const modes: readonly PolicyMode[] = ["none", "pack", "guard"];
  const header = [
    "stack",
    "resources",
    "custom",
    "floor s",
    ...modes.flatMap((mode) => [`${policyModes[mode]} s`, "ratio"]),
  ];
  const rows = measured.map(({ stack, size, medians }) => [
    stack,
    String(size.resources),
    String(size.inputLengths.length),
    medians.floor.toFixed(2),
    ...modes.flatMap((mode) => [medians[mode].toFixed(2), (medians[mode] / medians.floor).toFixed(2)]),
  ]);
  const verdicts = measured.map(({ stack, medians }) => {
    const ratio = medians.pack / medians.floor;
    return `${stack}: ${ratio.toFixed(2)} with the pack, ${ratio < target ? "within" : "beyond"} the target of less than ${target}`;
  });
  return [
    `Warm preview, median of ${rounds} after one warm-up; the floor registers as many bare custom resources of the same sizes.`,
    table(header, rows),
    ...verdicts,
  ].join("\n");
}

const workspace = new Workspace();
let disposed: Promise<void> | undefined;
const dispose = () => (disposed ??= workspace.dispose());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    console.error(`\n${signal}: removing the workspace …`);
    void dispose().finally(() => process.exit(1));
  });
}
try {
  for (const stack of values.stack) await bringUp(workspace, stack);
  const engine = new BenchEngine(workspace);
  const measured: Measured[] = [];
  for (const stack of values.stack) measured.push(await measure(workspace, engine, stack));
  console.log(report(measured));
} catch (error) {
  // After a signal the runs fail because their workspace is being removed, which says nothing.
  if (disposed === undefined) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
} finally {
  await dispose();
}
