/** Writes docs/configuration.md from the schema in config.ts: `npm run docs`. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { stackSchema } from "../config.ts";

/** What is read of a JSON schema. */
interface Property {
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly default?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly properties?: Readonly<Record<string, Property>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: Property | undefined;
}

const property: z.ZodType<Property> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    description: z.string().optional(),
    default: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    properties: z.record(z.string(), property).optional(),
    required: z.array(z.string()).optional(),
    items: property.optional(),
  }),
);

function shape(property: Property): string {
  if (property.enum !== undefined) return property.enum.map((value) => `\`${String(value)}\``).join(", ");
  if (property.type === "array")
    return `list of ${property.items === undefined ? "values" : shape(property.items)}`;
  const { minimum, maximum } = property;
  const isBounded = minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (isBounded) return `${String(property.type)}, ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${String(property.type)}, at least ${minimum}`;
  return property.type ?? "object";
}

/** Rows of a key and of all keys below it. */
function rows(key: string, property: Property, isRequired: boolean): string[] {
  const isSection = property.properties !== undefined;
  const value = property.default === undefined || isSection ? "" : `\`${JSON.stringify(property.default)}\``;
  const fallback = isRequired ? "**required**" : value;
  const own = `| \`${key}\` | ${isSection ? "object" : shape(property)} | ${fallback} | ${property.description ?? ""} |`;
  const nested = property.items?.properties === undefined ? property : property.items;
  const prefix = nested === property ? key : `${key}[]`;
  const children = Object.entries(nested.properties ?? {}).flatMap(([name, child]) =>
    rows(`${prefix}.${name}`, child, (nested.required ?? []).includes(name)),
  );
  return [own, ...children];
}

/** The reference page as Markdown. */
export function configurationReference(): string {
  const schema = property.parse(z.toJSONSchema(stackSchema, { io: "input" }));
  const table = Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
    rows(key, property, (schema.required ?? []).includes(key)),
  );
  return [
    "# Configuration",
    "",
    "Keys of `Pulumi.<stack>.yaml`, each below `microservices-platform:`. `azure-native:location`, the region, is required too.",
    "All mistakes of a stack file are reported at once, before anything is registered.",
    "This page is generated from `config.ts` by `npm run docs`.",
    "",
    "| key | values | default | meaning |",
    "| --- | --- | --- | --- |",
    ...table,
    "",
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(path.join(import.meta.dirname, "configuration.md"), configurationReference());
}
