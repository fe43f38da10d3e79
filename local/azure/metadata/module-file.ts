/** Reading one generated file. */
import { readFileSync } from "node:fs";
import type { ModuleShape } from "./model.ts";

/** @throws when the file is not one that the generator wrote. */
export function readModule(file: URL): ModuleShape {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isModuleShape(content)) {
    throw new Error(`${file.pathname} is no metadata file: run local/azure/metadata/generate.ts`);
  }
  return content;
}

/** The generator is the only writer, and a test compares its output: the sections tell whether it was it. */
function isModuleShape(content: unknown): content is ModuleShape {
  return (
    typeof content === "object" &&
    content !== null &&
    ["resources", "invokes", "inputs", "outputs", "enums"].every((section) => section in content)
  );
}
