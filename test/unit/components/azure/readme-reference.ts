import type {
  AnalyzeResult,
  ComponentDefinition,
  PropertyDefinition,
  TypeDefinition,
} from "@pulumi/pulumi/provider/experimental/analyzer.js";

/** The type of a property as a reader of the table wants it, with links to the tables of other types. */
function typeName(property: PropertyDefinition): string {
  if ("$ref" in property) {
    const name = property.$ref.split(":").at(-1) ?? "";
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (property.items !== undefined) {
    return `list of ${typeName(property.items)}`;
  }
  if (property.additionalProperties !== undefined) {
    return `map of ${typeName(property.additionalProperties)}`;
  }
  return property.type;
}

/** Text of a table cell. */
function cell(text: string | undefined): string {
  return (text ?? "").replaceAll("\n", " ").replaceAll("|", "\\|");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

function properties(all: Readonly<Record<string, PropertyDefinition>>, required: boolean): string[][] {
  return Object.entries(all).map(([name, property]) => [
    required && property.optional !== true ? `**${name}**` : name,
    typeName(property),
    cell(property.description),
  ]);
}

function component(definition: ComponentDefinition): string[] {
  const outputs = properties(definition.outputs, false);
  return [
    `### ${definition.name}`,
    "",
    definition.description ?? "",
    "",
    ...table(["argument", "type", "meaning"], properties(definition.inputs, true)),
    "",
    ...(outputs.length === 0 ? [] : [...table(["output", "type", "meaning"], outputs), ""]),
  ];
}

function type(definition: TypeDefinition): string[] {
  const values = definition.enum?.map(({ value, description }) => [`\`${value}\``, cell(description)]);
  return [
    `### ${definition.name}`,
    "",
    ...(values === undefined
      ? table(["property", "type", "meaning"], properties(definition.properties ?? {}, true))
      : table(["value", "meaning"], values)),
    "",
  ];
}

/** The reference part of the package's README, in Markdown. */
export function reference({ components, typeDefinitions }: AnalyzeResult): string {
  const byName = <T extends { name: string }>(all: Readonly<Record<string, T>>): T[] =>
    Object.values(all).sort((one, other) => (one.name < other.name ? -1 : 1));
  return [
    "## Components",
    "",
    "Arguments in bold are required; the others have the default that their description names.",
    "",
    ...byName(components).flatMap(component),
    "## Types",
    "",
    ...byName(typeDefinitions).flatMap(type),
  ]
    .join("\n")
    .trimEnd();
}
