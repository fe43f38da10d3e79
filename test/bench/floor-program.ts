import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";

/**
 * The engine's floor for a stack: a program that registers as many custom resources, with inputs as large, and does nothing
 * else. No components, no class of a package, no aliases, no source-map hook, one plugin, plain JavaScript.
 */

const exported = z.object({
  deployment: z.object({
    resources: z.array(
      z.object({
        type: z.string(),
        custom: z.boolean().default(false),
        inputs: z.record(z.string(), z.unknown()).default({}),
      }),
    ),
  }),
});

/** What a floor program needs to know of a stack. */
export interface StackSize {
  /** Everything in the stack: custom resources, components, providers, the stack itself. */
  readonly resources: number;
  /** Lengths, in characters of JSON, of the inputs of each custom resource; providers are none. */
  readonly inputLengths: readonly number[];
}

/** Reads `pulumi stack export`. */
export function stackSize(json: string): StackSize {
  const { resources } = exported.parse(JSON.parse(json)).deployment;
  return {
    resources: resources.length,
    inputLengths: resources
      .filter(({ type, custom }) => custom && !type.startsWith("pulumi:"))
      .map(({ inputs }) => JSON.stringify(inputs).length),
  };
}

export const floorProjectName = "floor";

/** Writes the project into a folder below the workspace, whose node_modules it uses. */
export function writeFloorProject(
  folder: string,
  inputLengths: readonly number[],
  azureNativeVersion: string,
): void {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, content: unknown) =>
    writeFileSync(path.join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
  // Both are read as YAML, of which JSON is a part.
  write("Pulumi.yaml", {
    name: floorProjectName,
    runtime: { name: "nodejs", options: { typescript: false } },
  });
  write("package.json", { name: floorProjectName, main: "index.js", type: "commonjs" });
  write("index.js", program(inputLengths, azureNativeVersion));
}

function program(inputLengths: readonly number[], azureNativeVersion: string): string {
  return `"use strict";
delete Error.prepareStackTrace;
const pulumi = require("@pulumi/pulumi");

class Bare extends pulumi.CustomResource {}

const location = "westeurope";
const resourceGroupName = "floor-" + pulumi.getStack();
const version = ${JSON.stringify(azureNativeVersion)};
const inputLengths = ${JSON.stringify(inputLengths)};

/** Tags that make the JSON of the inputs as long as wanted; a tag's value has at most 256 characters. */
function padded(inputs, length) {
  const tags = {};
  let missing = length - JSON.stringify({ ...inputs, tags }).length;
  for (let index = 0; missing > 0; index++) {
    const key = "padding" + index;
    const overhead = key.length + 6;
    tags[key] = "x".repeat(Math.max(0, Math.min(256, missing - overhead)));
    missing -= tags[key].length + overhead;
  }
  return { ...inputs, tags };
}

const [first, ...others] = inputLengths;
const group = new Bare(
  "azure-native:resources:ResourceGroup",
  "group",
  padded({ resourceGroupName, location }, first),
  { version },
);
others.forEach((length, index) => {
  const name = "bare" + index;
  new Bare(
    "azure-native:network:NetworkSecurityGroup",
    name,
    padded({ resourceGroupName, networkSecurityGroupName: name, location }, length),
    { version, dependsOn: [group] },
  );
});
`;
}
