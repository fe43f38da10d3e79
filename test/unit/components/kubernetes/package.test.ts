import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer.js";
import * as components from "../../../../components/kubernetes/index.ts";

const folder = path.resolve(import.meta.dirname, "../../../../components/kubernetes");
const names = ["Microservice", "NginxIngress", "SharedHost", "TenantNamespace"];

describe("package cluster-platform", () => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  assert.ok(typeof manifest === "object" && manifest !== null);
  const analysis = new Analyzer(folder, "cluster-platform", manifest, new Set(names)).analyze();

  it("exports its components", () => {
    for (const name of names) assert.ok(name in components, name);
  });

  it("has a schema for every component, with every property described", () => {
    assert.deepEqual(Object.keys(analysis.components).sort(), names);
    const described = [
      ...Object.values(analysis.components).map(({ inputs, outputs }) => ({ ...inputs, ...outputs })),
    ];
    for (const properties of described) {
      for (const [name, property] of Object.entries(properties)) assert.ok(property.description, name);
    }
    for (const type of Object.values(analysis.typeDefinitions)) {
      for (const [name, property] of Object.entries(type.properties ?? {})) {
        assert.ok(property.description, `${type.name}.${name}`);
      }
    }
  });

  it("shows no private state as outputs", () => {
    const outputs = Object.fromEntries(
      Object.entries(analysis.components).map(([name, component]) => [
        name,
        Object.keys(component.outputs).sort(),
      ]),
    );
    assert.deepEqual(outputs, {
      Microservice: ["internalUrl", "name", "namespace", "url"],
      NginxIngress: ["address", "ingressClassName", "namespace", "serviceName"],
      SharedHost: ["host", "url"],
      TenantNamespace: ["name"],
    });
  });

  it("explains every argument and every output in its README", () => {
    const [, ...sections] = readFileSync(path.join(folder, "README.md"), "utf8").split(/^## /m);
    for (const [name, { inputs, outputs }] of Object.entries(analysis.components)) {
      const section = sections.find((each) => each.startsWith(`${name}\n`)) ?? "";
      for (const property of [...Object.keys(inputs), ...Object.keys(outputs)]) {
        assert.ok(section.includes(`\`${property}\``), `${name}.${property}`);
      }
    }
  });
});
