import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer.js";
import * as azurePlatform from "../../../../components/azure/index.ts";
import { everything } from "./everything.ts";

const folder = join(import.meta.dirname, "../../../../components/azure");

/** Sources of the package. */
function sources(): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.startsWith("dist") && !path.startsWith("node_modules"),
  );
}

/** Names of what the sources declare by a pattern with one group. */
function declared(pattern: RegExp): string[] {
  return sources().flatMap((path) =>
    [...readFileSync(join(folder, path), "utf8").matchAll(pattern)].map(([, name = ""]) => name),
  );
}

const components = declared(/^export class (\w+) extends pulumi\.ComponentResource/gm).sort();

describe("the schema of azure-platform", () => {
  it("is derived from every component, without a property that other languages cannot have", function () {
    this.timeout(60_000);
    const manifest: unknown = createRequire(import.meta.url)(join(folder, "package.json"));
    assert.ok(typeof manifest === "object" && manifest !== null);
    const analyzer = new Analyzer(folder, "azure-platform", manifest, new Set(components));
    const schema = analyzer.analyze();
    assert.deepEqual(Object.keys(schema.components).sort(), components);
    for (const [component, { inputs, outputs }] of Object.entries(schema.components)) {
      for (const [property, { description }] of Object.entries({ ...inputs, ...outputs })) {
        assert.ok(description, `${component}.${property} has no description`);
      }
      for (const property of Object.keys(outputs)) {
        assert.ok(!["id", "urn"].includes(property), `${component}.${property} is reserved`);
      }
    }
    for (const [type, { properties }] of Object.entries(schema.typeDefinitions)) {
      for (const [property, { description }] of Object.entries(properties ?? {})) {
        assert.ok(description, `${type}.${property} has no description`);
      }
    }
  });

  it("has all components of the package, which exports them", () => {
    assert.ok(components.length >= 16);
    const exported = Object.keys(azurePlatform);
    for (const component of components) {
      assert.ok(exported.includes(component), `${component} is not exported`);
    }
  });

  it("has a scenario for each of its components", () => {
    assert.deepEqual(Object.keys(everything).sort(), components);
  });

  it("names no two interfaces alike: the analyzer would merge them", () => {
    const names = declared(/^(?:export )?interface (\w+)/gm);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it("uses each component's own token", () => {
    const tokens = declared(/super\(\s*"azure-platform:index:(\w+)"/g).sort();
    assert.deepEqual(tokens, components);
  });
});
