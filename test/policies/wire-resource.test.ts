import assert from "node:assert/strict";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import fc from "fast-check";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import { describe, it } from "mocha";
import protobuf from "protobufjs/minimal.js";
import * as z from "zod";
import { readResource, readStack } from "../../policies/server/wire/resource.ts";
import type { WireOptions, WireResource } from "../../policies/server/wire/resource.ts";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const key = fc.oneof(text, fc.constantFrom("constructor", "toString", "4dabf18193072939515e22adb298388d"));
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(null, true, false),
    fc.double({ noNaN: true }),
    text,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(key, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const options: fc.Arbitrary<WireOptions> = fc.record(
  {
    protect: fc.boolean(),
    ignoreChanges: fc.array(text, { maxLength: 2 }),
    deleteBeforeReplace: fc.constantFrom(true, false, undefined),
    additionalSecretOutputs: fc.array(text, { maxLength: 2 }),
    aliases: fc.array(text, { maxLength: 2 }),
    parent: text,
  },
  { noNullPrototype: true },
);

const resource: fc.Arbitrary<WireResource> = fc.record(
  {
    type: text,
    urn: text,
    name: text,
    properties: fc.dictionary(key, json, { maxKeys: 4, noNullPrototype: true }),
    options,
    parent: text,
    dependencies: fc.array(text, { maxLength: 2 }),
    propertyDependencies: fc.dictionary(key, fc.array(text, { maxLength: 2 }), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  },
  { noNullPrototype: true },
);

function optionsMessage(source: WireOptions) {
  const message = new analyzerPb.AnalyzerResourceOptions();
  message.setProtect(source.protect);
  message.setIgnorechangesList([...source.ignoreChanges]);
  message.setDeletebeforereplace(source.deleteBeforeReplace ?? false);
  message.setDeletebeforereplacedefined(source.deleteBeforeReplace !== undefined);
  message.setAdditionalsecretoutputsList([...source.additionalSecretOutputs]);
  message.setAliasesList([...source.aliases]);
  message.setParent(source.parent);
  return message;
}

function provider() {
  const message = new analyzerPb.AnalyzerProviderResource();
  message.setType("pulumi:providers:azure-native");
  message.setProperties(structPb.Struct.fromJavaScript({ location: "westeurope" }));
  return message;
}

function struct(source: WireResource) {
  return structPb.Struct.fromJavaScript(throughJson(source));
}

function alone(source: WireResource): Uint8Array {
  const message = new analyzerPb.AnalyzeRequest();
  message.setType(source.type);
  message.setUrn(source.urn);
  message.setName(source.name);
  message.setProperties(struct(source));
  message.setOptions(optionsMessage(source.options));
  message.setProvider(provider());
  return message.serializeBinary();
}

function together(sources: readonly WireResource[]): Uint8Array {
  const message = new analyzerPb.AnalyzeStackRequest();
  message.setResourcesList(
    sources.map((source) => {
      const item = new analyzerPb.AnalyzerResource();
      item.setType(source.type);
      item.setUrn(source.urn);
      item.setName(source.name);
      item.setProperties(struct(source));
      item.setOptions(optionsMessage(source.options));
      item.setProvider(provider());
      item.setParent(source.parent);
      item.setDependenciesList([...source.dependencies]);
      for (const [property, urns] of Object.entries(source.propertyDependencies)) {
        const dependencies = new analyzerPb.AnalyzerPropertyDependencies();
        dependencies.setUrnsList([...urns]);
        item.getPropertydependenciesMap().set(property, dependencies);
      }
      return item;
    }),
  );
  return message.serializeBinary();
}

/** What arrives of it. */
function arriving(source: WireResource): WireResource {
  return { ...source, properties: throughJson(source) };
}

/** Inputs are JSON, which knows no negative zero. */
function throughJson({ properties }: WireResource): Record<string, structPb.JavaScriptValue> {
  return z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(properties)));
}

describe("resources on the wire", () => {
  it("are read alone as the generated classes write them", () => {
    fc.assert(
      fc.property(resource, (source) => {
        const expected = { ...arriving(source), parent: "", dependencies: [], propertyDependencies: {} };
        assert.deepEqual(readResource(alone(source)), expected);
      }),
    );
  });

  it("are read together as the generated classes write them", () => {
    fc.assert(
      fc.property(fc.array(resource, { maxLength: 4 }), (sources) => {
        assert.deepEqual(
          readStack(together(sources), () => true),
          sources.map(arriving),
        );
      }),
    );
  });

  it("are left out where nobody wants their type", () => {
    fc.assert(
      fc.property(fc.array(resource, { maxLength: 4 }), (sources) => {
        const [first] = sources;
        const wanted = (type: string) => type !== first?.type;
        assert.deepEqual(
          readStack(together(sources), wanted),
          sources.filter(({ type }) => wanted(type)).map(arriving),
        );
      }),
    );
  });

  it("cannot change what all objects have", () => {
    // By hand, because the generated classes cannot write it: a request whose properties are { "__proto__": "x" }.
    const value = protobuf.Writer.create().uint32(26).string("x").finish();
    const entry = protobuf.Writer.create().uint32(10).string("__proto__").uint32(18).bytes(value).finish();
    const struct = protobuf.Writer.create().uint32(10).bytes(entry).finish();
    const request = protobuf.Writer.create().uint32(18).bytes(struct).finish();
    const { properties: read } = readResource(request);
    assert.deepEqual(Object.keys(read), ["__proto__"]);
    assert.equal(Object.getPrototypeOf(read), Object.prototype);
  });
});
