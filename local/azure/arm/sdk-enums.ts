import { createRequire } from "node:module";
import { isBody, UNKNOWN } from "./body.ts";
import { badRequest, type Refusal } from "./refusal.ts";
import type { ResourceType } from "./resource-type.ts";
import type { ArmBody, ArmValue } from "./service.ts";

/** An enumeration of the SDK: its module and its name, such as `["containerservice", "OutboundType"]`. */
export type SdkEnum = readonly [module: string, name: string];

const require = createRequire(import.meta.url);
const loaded = new Map<string, readonly string[]>();

/** The values of an enumeration. A module of the SDK is loaded when it is first asked for. */
export function enumValues([module, name]: SdkEnum): readonly string[] {
  const key = `${module}.${name}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const exported: unknown = require(`@pulumi/azure-native/types/enums/${module}/index.js`);
  const values = isRecord(exported) ? exported[name] : undefined;
  if (!isRecord(values)) throw new Error(`@pulumi/azure-native has no enumeration ${key}`);
  const result = Object.values(values).filter((value): value is string => typeof value === "string");
  loaded.set(key, result);
  return result;
}

/** Values of a body that their enumerations do not have. */
export function* enumerationRefusals(type: ResourceType, body: ArmBody): Iterable<Refusal> {
  for (const [path, sdkEnum] of Object.entries(type.enumerations ?? {})) {
    for (const value of valuesAt(body, path.split("."))) {
      if (typeof value !== "string" || value === UNKNOWN) continue;
      const allowed = enumValues(sdkEnum);
      if (allowed.some((candidate) => candidate.toLowerCase() === value.toLowerCase())) continue;
      yield type.unknownValue?.(path, value, allowed) ?? unknownValue(path, value, allowed);
    }
  }
}

function unknownValue(path: string, value: string, allowed: readonly string[]): Refusal {
  return badRequest(
    "InvalidRequestContent",
    `The request content was invalid and could not be deserialized: 'Error converting value "${value}" at path '${path}'; allowed values are: ${allowed.join(", ")}'.`,
  );
}

function valuesAt(value: ArmValue | undefined, path: readonly string[]): ArmValue[] {
  const [step, ...rest] = path;
  if (step === undefined) return value === undefined ? [] : [value];
  if (!isBody(value)) return [];
  if (!step.endsWith("[]")) return valuesAt(value[step], rest);
  const list = value[step.slice(0, -2)];
  return Array.isArray(list) ? list.flatMap((item) => valuesAt(item, rest)) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
