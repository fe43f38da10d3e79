import type { ClusterFolder } from "./cluster-folder.ts";
import { isObject, listAt, parseJson, stringAt, stringsAt } from "./json.ts";
import { readIfThere, writePrivateFile } from "./private-file.ts";

/** What a component waits for before it starts. */
export const startPoints = ["now", "store", "ready"] as const;

/**
 * `now`: nothing. `store`: etcd listens; an API server that finds it too early tries again only after a second. `ready`: the API server
 * says that it is; what asks it earlier is refused, because the roles are not there yet, and waits even longer.
 */
export type StartPoint = (typeof startPoints)[number];

/** One process of a control plane. */
export interface Component {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Set beside the few variables every component gets. */
  readonly env: Readonly<Record<string, string>>;
  readonly startsAt: StartPoint;
}

/** Everything the supervisor needs to know. It holds no secret: those lie in files that the arguments name. */
export interface LaunchPlan {
  /** Port of the API server on the loopback address. */
  readonly port: number;
  readonly components: readonly Component[];
  /** Changes with what the components read only when they start, the token file and kwok's stages. */
  readonly inputs: string;
}

/** The address of the API server. */
export function serverUrl(plan: Pick<LaunchPlan, "port">): string {
  return `https://127.0.0.1:${plan.port}`;
}

function parseComponent(value: unknown): Component | undefined {
  const name = stringAt(value, "name");
  const command = stringAt(value, "command");
  const args = listAt(value, "args").filter((arg) => typeof arg === "string");
  const startsAt = startPoints.find((point) => point === stringAt(value, "startsAt"));
  if (name === "" || command === "" || startsAt === undefined) return undefined;
  return { name, command, args, env: stringsAt(value, "env"), startsAt };
}

/** Reads a plan; undefined when the text is none. */
export function parsePlan(text: string): LaunchPlan | undefined {
  const value = parseJson(text);
  if (!isObject(value) || typeof value.port !== "number") return undefined;
  const components = listAt(value, "components").map(parseComponent);
  const complete = components.filter((component) => component !== undefined);
  if (complete.length === 0 || complete.length !== components.length) return undefined;
  return { port: value.port, components: complete, inputs: stringAt(value, "inputs") };
}

/** The plan of a cluster, or undefined when it was never started. */
export function readPlan(folder: ClusterFolder): LaunchPlan | undefined {
  return parsePlan(readIfThere(folder.plan) ?? "");
}

/** Keeps the plan in the cluster's folder. */
export function writePlan(folder: ClusterFolder, plan: LaunchPlan): void {
  writePrivateFile(folder.plan, `${JSON.stringify(plan, undefined, 2)}\n`);
}
