import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { configurationReference } from "../../../docs/configuration.generate.ts";
import { ConfigurationError, parseConfiguration, stackSchema } from "../../../config.ts";
import { isRecord, projectFile, root, stackConfig } from "./stack-file.ts";

const project = "microservices-platform";

/** A stack file with every required key, as the engine hands it over. */
function valid(): Record<string, string> {
  return {
    "azure-native:location": "westeurope",
    [`${project}:administrators`]: JSON.stringify({
      name: "admins",
      objectId: "5b1f6d1e-3f0a-4c52-9f0e-6f0a7c1d2e31",
    }),
    [`${project}:services`]: JSON.stringify([
      {
        name: "idea",
        path: "/idea",
        database: { engine: "postgresql", name: "idea" },
        image: "example.azurecr.io/idea:1.0.0",
        publishes: ["idea"],
        reads: ["idea"],
      },
    ]),
  };
}

function mistakes(raw: Record<string, string>, isSecret?: (key: string) => boolean): string[] {
  try {
    parseConfiguration(raw, project, "dev", isSecret);
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error.message.split("\n").filter((line) => line.startsWith("  - "));
  }
  return [];
}

describe("the stack configuration", () => {
  it("takes every default when only the required keys are there", () => {
    const configuration = parseConfiguration(valid(), project, "dev");
    assert.equal(configuration.location, "westeurope");
    assert.equal(configuration.protect, true);
    assert.equal(configuration.cluster.private, true);
    assert.equal(configuration.sql.publicNetworkAccess, false);
    assert.deepEqual(configuration.cluster.systemPool.zones, ["1", "2", "3"]);
  });

  it("reports an unknown key, a wrong type and a missing value together, each by name", () => {
    const raw = valid();
    delete raw[`${project}:administrators`];
    raw[`${project}:clutser`] = "{}";
    raw[`${project}:protect`] = "perhaps";
    raw[`${project}:cluster`] = JSON.stringify({ systemPool: { count: "three" }, teir: "Free" });
    const found = mistakes(raw).join("\n");
    assert.match(found, /microservices-platform:administrators: missing/);
    assert.match(found, /microservices-platform:clutser: unknown key; allowed here: administrators, network/);
    assert.match(found, /microservices-platform:protect: must be of type boolean, but is "perhaps"/);
    assert.match(
      found,
      /microservices-platform:cluster\.systemPool\.count: must be of type number, but is "three"/,
    );
    assert.match(found, /microservices-platform:cluster\.teir: unknown key; allowed here: tier/);
    assert.equal(mistakes(raw).length, 5);
  });

  it("reports a missing region with the rest", () => {
    const raw = valid();
    delete raw["azure-native:location"];
    raw[`${project}:bogus`] = "1";
    assert.equal(mistakes(raw).length, 2);
    assert.match(mistakes(raw).join("\n"), /azure-native:location: missing/);
  });

  it("leaves the keys of other namespaces to their providers", () => {
    assert.deepEqual(mistakes({ ...valid(), "kubernetes:anything": "x" }), []);
  });

  it("never shows the value of a secret key", () => {
    const raw = { ...valid(), [`${project}:protect`]: "hunter2" };
    const [line = ""] = mistakes(raw, (key) => key === `${project}:protect`);
    assert.match(line, /\[secret\]/);
    assert.doesNotMatch(line, /hunter2/);
  });

  for (const [what, key, value, message] of [
    [
      "a range that is none",
      "network",
      { addressSpace: "10.0.0.0" },
      /network\.addressSpace: must be an IPv4 range/,
    ],
    [
      "an open API server without ranges",
      "cluster",
      { private: false },
      /cluster\.authorizedIpRanges: must name at least one range/,
    ],
    [
      "a pool whose bounds are crossed",
      "cluster",
      { userPool: { minCount: 9, maxCount: 3 } },
      /cluster\.userPool\.minCount: must not be greater than maxCount/,
    ],
    [
      "a private registry below Premium",
      "registry",
      { sku: "Basic" },
      /registry\.sku: must be Premium unless/,
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      const raw = { ...valid(), [`${project}:${key}`]: JSON.stringify(value) };
      assert.match(mistakes(raw).join("\n"), message);
    });
  }

  it("refuses a topic that nobody publishes, two services of one name, and a service with two images", () => {
    const entry = {
      name: "idea",
      path: "/idea",
      database: { engine: "postgresql", name: "idea" },
      image: "example.azurecr.io/idea:1.0.0",
    };
    const services = [entry, { ...entry, reads: ["news"] }];
    const found = mistakes({ ...valid(), [`${project}:services`]: JSON.stringify(services) }).join("\n");
    assert.match(found, /services\[1\]\.name: is used by an earlier service/);
    assert.match(found, /services\[1\]\.reads\[0\]: no service publishes it/);
    const both = [{ ...entry, build: { context: "services/sample" } }];
    assert.match(
      mistakes({ ...valid(), [`${project}:services`]: JSON.stringify(both) }).join("\n"),
      /services\[0\]\.image: needs exactly one of image and build/,
    );
  });
});

describe("Pulumi.yaml", () => {
  const declared = projectFile().config;

  it("declares exactly the keys of the schema, each with type, description and default", () => {
    assert.deepEqual(Object.keys(declared).sort(), Object.keys(stackSchema.shape).sort());
    for (const [key, declaration] of Object.entries(declared)) {
      assert.ok(isRecord(declaration), key);
      assert.deepEqual(
        Object.keys(declaration)
          .filter((name) => name !== "items")
          .sort(),
        ["default", "description", "type"],
        key,
      );
    }
  });
});

for (const stack of ["dev", "prod"]) {
  it(`Pulumi.${stack}.yaml is a valid configuration`, () => {
    assert.deepEqual(mistakes(stackConfig(stack)), []);
  });
}

it("docs/configuration.md is what the schema says (npm run docs)", () => {
  assert.equal(readFileSync(path.join(root, "docs/configuration.md"), "utf8"), configurationReference());
});
