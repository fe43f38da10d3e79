import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import * as z from "zod";
import { isPackName, packs } from "../packs.ts";
import type { PackName } from "../packs.ts";
import type { Parameter } from "../parameters.ts";
import type { Rule } from "../rule.ts";
import { policyFileName } from "./policy-file-name.ts";
import type { PolicySettings } from "./policy-settings.ts";

/** What is wrong with a policy file: every mistake, each with its place. The run must not go on under a policy nobody wrote. */
export class PolicyFileError extends Error {
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super([`${file} is not valid:`, ...problems.map((problem) => `  ${problem}`)].join("\n"));
    this.name = "PolicyFileError";
    this.problems = problems;
  }
}

/**
 * Reads the policy file of a program.
 *
 * @param folder the program's; a program without the file has the baseline and no exemptions
 * @param stack whose section, under `stacks`, is added to what holds for all
 * @throws {@link PolicyFileError}
 */
export function readPolicyFile(folder: string, stack: string, rules: readonly Rule[]): PolicySettings {
  const file = join(folder, policyFileName);
  if (!existsSync(file)) return {};
  return parsePolicyFile(readFileSync(file, "utf8"), stack, rules, file);
}

/** The same from the file's text. */
export function parsePolicyFile(
  text: string,
  stack: string,
  rules: readonly Rule[],
  file: string = policyFileName,
): PolicySettings {
  const document = parseDocument(text);
  if (document.errors.length > 0)
    throw new PolicyFileError(
      file,
      document.errors.map(({ message }) => message.split("\n")[0] ?? message),
    );
  const content: unknown = document.toJS() ?? {};
  const parsed = policyFile.safeParse(content);
  if (!parsed.success) throw new PolicyFileError(file, parsed.error.issues.map(describe));
  const { stacks, ...common } = parsed.data;
  const problems = [
    ...strangers(common, "", rules),
    ...Object.entries(stacks).flatMap(([name, section]) => strangers(section, `stacks.${name}.`, rules)),
  ];
  if (problems.length > 0) throw new PolicyFileError(file, problems);
  return merged(common, Object.hasOwn(stacks, stack) ? stacks[stack] : undefined);
}

const levels = ["mandatory", "advisory", "disabled", "remediate"] as const;
const packNames: readonly string[] = Object.keys(packs);

const packName = z.custom<PackName>((value) => typeof value === "string" && isPackName(value), {
  error: ({ input }) => `is ${shown(input)}; allowed are ${packNames.join(", ")}`,
});

const day = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)), {
    error: ({ input }) => `is ${shown(input)}; it must be a day, "YYYY-MM-DD"`,
  });

const said = (what: string) =>
  z
    .string({ error: ({ input }) => `is ${shown(input)}; it must say ${what}` })
    .refine((text) => text.trim() !== "", { error: `is empty; it must say ${what}` });

const section = {
  pack: packName.optional(),
  onUnknown: z.enum(["advise", "violate"]).optional(),
  levels: z.record(z.string(), z.enum(levels)).default({}),
  parameters: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
};

const policyFile = z.strictObject({
  ...section,
  exemptions: z
    .array(
      z.strictObject({
        rule: said("which rule is not kept"),
        resource: z
          .string({
            error: ({ input }) =>
              `is ${shown(input)}; it must be a URN, in which * stands for any characters`,
          })
          .refine((urn) => urn.startsWith("urn:pulumi:") && urn.split("::").length >= 3, {
            error: ({ input }) =>
              `is ${shown(input)}; it must be a URN, urn:pulumi:<stack>::<project>::<type>::<name>, in which * stands for any characters`,
          }),
        reason: said("why"),
        owner: said("who answers for it"),
        expires: day,
      }),
    )
    .default([]),
  reports: z.string().optional(),
  stacks: z.record(z.string(), z.strictObject(section)).default({}),
});

type Section = Pick<z.infer<typeof policyFile>, "pack" | "onUnknown" | "levels" | "parameters"> & {
  readonly exemptions?: z.infer<typeof policyFile>["exemptions"];
};

function merged(
  {
    pack,
    onUnknown,
    levels: commonLevels,
    parameters,
    exemptions,
    reports,
  }: Omit<z.infer<typeof policyFile>, "stacks">,
  own: Section | undefined,
): PolicySettings {
  const chosenPack = own?.pack ?? pack;
  const chosenOnUnknown = own?.onUnknown ?? onUnknown;
  const allParameters = { ...parameters };
  for (const [rule, values] of Object.entries(own?.parameters ?? {}))
    allParameters[rule] = { ...allParameters[rule], ...values };
  return {
    ...(chosenPack !== undefined && { pack: chosenPack }),
    ...(chosenOnUnknown !== undefined && { onUnknown: chosenOnUnknown }),
    levels: { ...commonLevels, ...own?.levels },
    parameters: allParameters,
    exemptions,
    ...(reports !== undefined && { reports }),
  };
}

/** Names that no rule or parameter has, and values that a parameter does not take. */
function strangers(content: Section, prefix: string, rules: readonly Rule[]): string[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const unknownRule = (place: string, id: string) =>
    byId.has(id)
      ? []
      : [`${place} is ${JSON.stringify(id)}, which is no rule; the rules are listed in docs/policies.md`];
  return [
    ...Object.keys(content.levels).flatMap((id) => unknownRule(`${prefix}levels`, id)),
    ...Object.entries(content.parameters).flatMap(([id, values]) => {
      const rule = byId.get(id);
      if (rule === undefined) return unknownRule(`${prefix}parameters`, id);
      return Object.entries(values).flatMap(([name, value]) =>
        parameterProblem(`${prefix}parameters.${id}.${name}`, rule, name, value),
      );
    }),
    ...(content.exemptions ?? []).flatMap(({ rule }, index) =>
      unknownRule(`exemptions[${index}].rule`, rule),
    ),
  ];
}

function parameterProblem(place: string, rule: Rule, name: string, value: unknown): string[] {
  const declared = Object.hasOwn(rule.parameters ?? {}, name) ? rule.parameters?.[name] : undefined;
  if (declared === undefined) {
    const names = Object.keys(rule.parameters ?? {});
    return [
      `${place} is no parameter of the rule; ${names.length === 0 ? "it has none" : `it has ${names.join(", ")}`}`,
    ];
  }
  const expected = takes(declared, value);
  return expected === undefined ? [] : [`${place} is ${shown(value)}; it must be ${expected}`];
}

/** What a parameter takes, where it does not take this. */
function takes(parameter: Parameter, value: unknown): string | undefined {
  switch (parameter.type) {
    case "integer": {
      const { minimum = -Infinity, maximum = Infinity } = parameter;
      const fits =
        typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum;
      return fits ? undefined : `a whole number${rangeOf(parameter.minimum, parameter.maximum)}`;
    }
    case "boolean":
      return typeof value === "boolean" ? undefined : "true or false";
    case "string":
      if (typeof value !== "string") return "a text";
      return parameter.enum === undefined || parameter.enum.includes(value)
        ? undefined
        : `one of ${parameter.enum.join(", ")}`;
    case "array":
      return Array.isArray(value) && value.every((element) => typeof element === "string")
        ? undefined
        : "a list of texts";
  }
}

function rangeOf(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? "" : ` of at most ${maximum}`;
}

function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path.reduce<string>(
    (path, key) =>
      typeof key === "number" ? `${path}[${key}]` : path === "" ? String(key) : `${path}.${String(key)}`,
    "",
  );
  if (issue.code === "unrecognized_keys") {
    const where = place === "" ? "the file" : place;
    return `${where} has the unknown ${issue.keys.length === 1 ? "key" : "keys"} ${issue.keys.map((key) => JSON.stringify(key)).join(", ")}`;
  }
  return `${place === "" ? "the file" : place}${/^(is|has|must) /.test(issue.message) ? " " : ": "}${issue.message}`;
}

function shown(value: unknown): string {
  if (value === undefined) return "missing";
  return typeof value === "object" ? "of another type" : JSON.stringify(value);
}
