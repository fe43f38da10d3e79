import assert from "node:assert/strict";
import { z } from "zod";
import { namingStrategy } from "../../../../local/azure/provider/naming/strategy.ts";
import { defaultName } from "../../../../local/azure/provider/naming/default-name.ts";
import { check } from "../../../../local/azure/provider/check/check.ts";
import type { Autonaming } from "../../../../local/provider/implementation.ts";
import { nameOfUrn } from "../../../../local/provider/urn.ts";
import { factValue, properties, type Fact, type FactCheck } from "./fact.ts";

const strategyGiven = z.object({ path: z.string(), property: z.string(), format: z.string().optional() });

const strategy: FactCheck = (fact) => {
  if (fact.name === "rule in words") {
    return ruleInWords(fact);
  }
  const { path, property, format } = strategyGiven.parse(fact.given);
  assert.equal(namingStrategy(path, property, format) ?? null, fact.expect.strategy);
};

/** One example for each step of the rule, in the rule's order. */
function ruleInWords(fact: Fact): void {
  const { steps } = z.object({ steps: z.array(z.string()) }).parse(fact.given);
  const top = "/subscriptions/{s}/resourceGroups/{g}/providers/Microsoft.A/b/{b}";
  const examples: [
    path: string,
    property: string,
    format: string | undefined,
    expected: string | undefined,
  ][] = [
    [`${top}/c/{c}`, "b", undefined, undefined],
    [`${top}/c/{c}`, "c", "uuid", "uuid"],
    [`${top}/c/{endpointName}`, "endpointName", undefined, "random"],
    [`${top}/c/{roleDefinitionId}`, "roleDefinitionId", undefined, "uuid"],
    [top, "b", undefined, "random"],
    [`${top}/c/{c}`, "c", undefined, "copy"],
  ];
  assert.equal(steps.length, examples.length);
  const found = examples.map(([path, property, format]) => namingStrategy(path, property, format));
  assert.deepEqual(
    found,
    examples.map(([, , , expected]) => expected),
  );
  assert.deepEqual(
    new Set(found.filter((one) => one !== undefined)),
    new Set(z.array(z.string()).parse(fact.expect.strategies)),
  );
  // The note: a provider that is not Microsoft's has no children by this rule.
  assert.equal(namingStrategy("/providers/Other.A/b/{b}/c/{c}", "c"), "random");
}

const options = z
  .object({ mode: z.enum(["PROPOSE", "ENFORCE", "DISABLE"]), proposedName: z.string().default("") })
  .transform(({ mode, proposedName }): Autonaming => {
    const modes = { PROPOSE: "propose", ENFORCE: "enforce", DISABLE: "disable" } as const;
    return { mode: modes[mode], proposedName };
  });

const nameGiven = z.object({
  urn: z.string(),
  randomSeedUtf8: z.string(),
  property: z.string(),
  olds: properties,
  strategy: z.enum(["random", "copy", "uuid"]),
  autonaming: options.optional(),
});

const checkGiven = z.object({
  urn: z.string(),
  news: properties,
  olds: properties,
  randomSeedUtf8: z.string(),
  autonaming: options,
  metadata: z.object({
    PUT: z.array(
      z.object({ name: z.string(), autoName: z.literal("random"), required: z.boolean().default(false) }),
    ),
  }),
});

const autonaming: FactCheck = async (fact) => {
  if ("metadata" in fact.given) {
    return nameInCheck(fact);
  }
  const {
    urn,
    randomSeedUtf8,
    property,
    olds,
    strategy: how,
    autonaming: mode,
  } = nameGiven.parse(fact.given);
  const made = defaultName({
    property,
    strategy: how,
    logicalName: nameOfUrn(urn),
    randomSeed: Buffer.from(randomSeedUtf8),
    oldInputs: olds,
    autonaming: mode,
  });
  assert.deepEqual(made, fact.expect);
};

async function nameInCheck(fact: Fact): Promise<void> {
  const given = checkGiven.parse(fact.given);
  const [property] = given.metadata.PUT;
  assert.ok(property);
  const result = await check(
    {
      path: `/subscriptions/{s}/resourceGroups/{g}/providers/Microsoft.Storage/storageAccounts/{${property.name}}`,
      apiVersion: undefined,
      inputs: { [property.name]: { type: "string", ...(property.required ? { required: true } : {}) } },
    },
    {
      name: nameOfUrn(given.urn),
      inputs: given.news,
      oldInputs: given.olds,
      randomSeed: Buffer.from(given.randomSeedUtf8),
      autonaming: given.autonaming,
    },
    { types: { input: () => ({}) }, location: undefined, groupLocation: () => Promise.resolve(undefined) },
  );
  if (fact.expect.failures === undefined) {
    assert.deepEqual(factValue(result.inputs), fact.expect.inputs);
    assert.deepEqual(result.failures, []);
    return;
  }
  const expected = z.array(z.object({ reasonContains: z.string() })).parse(fact.expect.failures);
  assert.equal(result.failures?.length, expected.length);
  for (const [index, { reasonContains }] of expected.entries()) {
    assert.ok(result.failures[index]?.reason.includes(reasonContains));
  }
}

const seedGiven = z.object({
  randomSeedBase64: z.string(),
  logicalName: z.string(),
  strategy: z.literal("random"),
});

const autonamingSeed: FactCheck = (fact) => {
  const { randomSeedBase64, logicalName, strategy: how } = seedGiven.parse(fact.given);
  const make = (): string | undefined =>
    defaultName({
      property: "name",
      strategy: how,
      logicalName,
      randomSeed: Buffer.from(randomSeedBase64, "base64"),
      oldInputs: undefined,
      autonaming: undefined,
    })?.name;
  const name = make();
  if (fact.expect.nameMatches === undefined) {
    assert.equal(name, fact.expect.name);
  } else {
    assert.match(name ?? "", new RegExp(z.string().parse(fact.expect.nameMatches)));
  }
  assert.equal(make(), name, "the same seed gives the same name");
};

export const naming: Readonly<Record<string, FactCheck>> = {
  "autonaming-strategy": strategy,
  autonaming,
  "autonaming-seed": autonamingSeed,
};
