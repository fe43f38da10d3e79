import assert from "node:assert/strict";
import * as azurePlatform from "../../../../components/azure/index.ts";
import { everything } from "./everything.ts";
import { components, declared, describePackage } from "./package-description.ts";

describe("the schema of azure-platform", () => {
  it("is derived from every component, without a property that other languages cannot have", function () {
    this.timeout(60_000);
    const schema = describePackage();
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

  it("names the default of every optional argument", function () {
    this.timeout(60_000);
    const { components: all, typeDefinitions } = describePackage();
    const arguments_ = Object.entries(all).flatMap(([component, { inputs }]) =>
      Object.entries(inputs).map(([argument, definition]) => ({
        path: `${component}.${argument}`,
        definition,
      })),
    );
    const nested = Object.entries(typeDefinitions).flatMap(([type, { properties }]) =>
      Object.entries(properties ?? {}).map(([property, definition]) => ({
        path: `${type}.${property}`,
        definition,
      })),
    );
    const silent = [...arguments_, ...nested].filter(
      ({ definition: { optional, description } }) => optional === true && !description?.includes("Default: "),
    );
    assert.deepEqual(
      silent.map(({ path }) => path),
      [],
    );
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
