/** What a change of inputs means: nothing, an update, or a replacement. Source: the facts of areas diff-* of the real provider. */
import type { DiffResult } from "../../../provider/implementation.ts";
import { rootProperty } from "../../../provider/property-path.ts";
import { sameValue } from "../../../provider/equality.ts";
import type { PropertyMap } from "../../../provider/values.ts";
import { ownEntry } from "../../metadata/own-entry.ts";
import type { InputProperties, ResourceSchema, Types } from "../../metadata/schema.ts";
import { apiVersionKey, createdBeforeDelete } from "../bookkeeping.ts";
import { inWritingOf } from "./azure-equality.ts";
import { detailedDifferences, type Differences } from "./detailed.ts";
import { objectDifference } from "./difference.ts";

/** What is compared. */
export interface Comparison {
  readonly oldInputs: PropertyMap;
  /** Outputs of the last operation. They are compared with nothing but the properties of replacements that the program adds. */
  readonly oldOutputs: PropertyMap;
  readonly inputs: PropertyMap;
}

/** What the difference depends on. */
export type DiffedType = Pick<ResourceSchema, "pathParameters" | "inputs" | "replacing">;

/** A difference as the provider answers it: `diffs` are top-level properties, `replaces` full paths. */
export interface ProviderDiff extends DiffResult {
  readonly differences: Differences;
  readonly diffs: readonly string[];
  readonly replaces: readonly string[];
  readonly deleteBeforeReplace: boolean;
}

export function diff(type: DiffedType, types: Pick<Types, "input">, comparison: Comparison): ProviderDiff {
  const { oldInputs: recorded, oldOutputs, inputs } = comparison;
  // States of the provider's version 2 have no such input.
  const versionFromState =
    !(apiVersionKey in recorded) && apiVersionKey in oldOutputs ? oldOutputs[apiVersionKey] : undefined;
  const oldInputs =
    versionFromState === undefined ? recorded : { ...recorded, [apiVersionKey]: versionFromState };

  const difference = objectDifference(inWritingOf(inputs, oldInputs), inputs, {
    properties: type.inputs,
    types: (ref) => types.input(ref),
  });
  const differences = detailedDifferences(difference, new Set([...type.pathParameters, ...type.replacing]));
  if (versionFromState !== undefined && differences[apiVersionKey] !== undefined) {
    differences[apiVersionKey] = { ...differences[apiVersionKey], inputs: false };
  }
  keepWhatAzureHas(differences, inputs, oldOutputs);

  const counted = Object.keys(differences).filter(
    (path) => !addsDefault(path, differences, type.inputs, inputs),
  );
  const replaces = counted.filter((path) => differences[path]?.replace === true);
  return {
    changes: counted.length > 0,
    differences,
    diffs: [...new Set(counted.map(rootProperty))],
    replaces,
    deleteBeforeReplace: replaces.length > 0 && recorded[createdBeforeDelete] !== true,
  };
}

/** A replacing property that the program adds with the value that Azure reports already replaces nothing. */
function keepWhatAzureHas(differences: Differences, inputs: PropertyMap, oldOutputs: PropertyMap): void {
  for (const [path, difference] of Object.entries(differences)) {
    if (difference.kind !== "add" || difference.replace !== true) {
      continue;
    }
    const reported = ownEntry(oldOutputs, path);
    if (reported !== undefined && sameValue(reported, ownEntry(inputs, path))) {
      differences[path] = { kind: "add" };
    }
  }
}

/** Whether the only news is a top-level property with its default value. */
function addsDefault(
  path: string,
  differences: Differences,
  properties: InputProperties,
  inputs: PropertyMap,
): boolean {
  const value = ownEntry(properties, path)?.default;
  return value !== undefined && differences[path]?.kind === "add" && sameValue(value, ownEntry(inputs, path));
}
