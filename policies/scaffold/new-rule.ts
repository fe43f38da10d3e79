/** What somebody who wants a new rule has to say. */
export interface NewRule {
  /** Folder below `rules`. */
  readonly service: string;
  /** The rule's id; it begins with the service's prefix. */
  readonly id: string;
  /** `azure-native:keyvault:Vault`. */
  readonly type: string;
  /** The property that must be true. The check is only a beginning. */
  readonly property: string;
  readonly title: string;
  /** Why it matters, a sentence. */
  readonly why: string;
  /** The page that documents the property. */
  readonly page: string;
}

/** The rule's file. */
export function ruleSource(rule: NewRule, catalogueId: string): string {
  return `import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: ${JSON.stringify(rule.id)},
  title: ${JSON.stringify(rule.title)},
  severity: "medium",
  description: ${JSON.stringify(rule.why)},
  remediation: ${JSON.stringify(`Set ${rule.property}: true.`)},
  references: {
    catalogue: [${JSON.stringify(catalogueId)}],
    docs: [${JSON.stringify(rule.page)}],
  },
  appliesTo: [${JSON.stringify(rule.type)}],
  check: mustBe(${JSON.stringify(rule.property)}, true),
});
`;
}

/** A service's index with one rule more. */
export function withRule(index: string, id: string): string {
  const name = camelCase(id);
  const imported = `import ${name} from "./${id}.ts";\n`;
  const lines = index.split(/(?<=\n)/);
  const before = lines.findIndex((line) => line > imported && /^import \w+ from "\.\//.test(line));
  const at = before === -1 ? lines.findLastIndex((line) => line.startsWith("import ")) + 1 : before;
  const withImport = lines.toSpliced(at, 0, imported).join("");
  // The last list of the file is that of the rules.
  const end = withImport.lastIndexOf("];");
  const separator = /[[,]\s*$/.test(withImport.slice(0, end)) ? "" : ", ";
  return `${withImport.slice(0, end)}${separator}${name},\n${withImport.slice(end)}`;
}

/** A service's cases with those of one rule more. */
export function withCases(cases: string, { id, type, property }: NewRule): string {
  const end = cases.lastIndexOf("\n};");
  if (end === -1) throw new Error("the file of cases does not end with the list of its cases");
  const added = `
  ${JSON.stringify(id)}: propertyCases(
    { type: ${JSON.stringify(type)}, inputs: {} },
    ${JSON.stringify(property)},
    { good: [true], bad: [false], absent: "fail" },
  ),`;
  const known = /import \{[^}]*\bpropertyCases\b[^}]*\}/.test(cases);
  return `${known ? "" : 'import { propertyCases } from "./rule-cases.ts";\n'}${cases.slice(0, end)}${added}${cases.slice(end)}`;
}

/** The first id of the catalogue's own series that is free. */
export function nextCatalogueId(ids: readonly string[]): string {
  const numbers = ids.flatMap((id) => (id.startsWith("X-") ? [Number(id.slice(2))] : []));
  return `X-${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`;
}

/** What is wrong with a wish; none where it can be fulfilled. */
export function problemsWith(
  { service, id, type, title, why, page }: NewRule,
  known: {
    readonly services: readonly string[];
    readonly prefixes: readonly string[];
    readonly ids: readonly string[];
  },
): readonly string[] {
  const prefixes = known.prefixes.map((prefix) => `${prefix}-`);
  return [
    ...(known.services.includes(service)
      ? []
      : [`there is no service ${JSON.stringify(service)}; there are ${known.services.join(", ")}`]),
    ...(/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id) && prefixes.some((prefix) => id.startsWith(prefix))
      ? []
      : [`the id ${JSON.stringify(id)} must be in kebab-case and begin with one of ${prefixes.join(", ")}`]),
    ...(known.ids.includes(id) ? [`there is a rule ${id} already`] : []),
    ...(/^[\w-]+:[\w./*-]+:[\w*]+$/.test(type)
      ? []
      : [`--type is ${JSON.stringify(type)}; it must be a type, such as azure-native:keyvault:Vault`]),
    ...(/^[A-Z].*[^.]$/.test(title) ? [] : ["--title must be a sentence without a full stop"]),
    ...(/^\S.*\.$/.test(why) ? [] : ["--why must be a sentence with a full stop"]),
    ...(page.startsWith("https://")
      ? []
      : [`--page is ${JSON.stringify(page)}; it must begin with https://`]),
  ];
}

function camelCase(id: string): string {
  return id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
