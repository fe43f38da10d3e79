import assert from "node:assert/strict";
import fc from "fast-check";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import { Signature, SIGNATURE_KEY, UnknownSentinel } from "../../../local/provider/signatures.ts";
import { Asset, OutputValue, ResourceReference, Secret, Unknown } from "../../../local/provider/values.ts";
import { WireError, decodeStruct, encodeStruct } from "../../../local/provider/wire.ts";
import { propertyMap } from "./property-arbitraries.ts";

/** The struct after a journey over the wire. */
function transported(struct: structPb.Struct): structPb.Struct {
  return structPb.Struct.deserializeBinary(struct.serializeBinary());
}

describe("property values on the wire", () => {
  it("come back from the wire as they were sent", () => {
    fc.assert(
      fc.property(propertyMap, (map) => {
        assert.deepStrictEqual(decodeStruct(transported(encodeStruct(map))), map);
      }),
      { numRuns: 500 },
    );
  });

  it("are read as the engine writes them", () => {
    const struct = structPb.Struct.fromJavaScript({
      secret: { [SIGNATURE_KEY]: Signature.secret, value: { inner: "s3cret" } },
      unknown: UnknownSentinel.string,
      unknownNumber: UnknownSentinel.number,
      asset: { [SIGNATURE_KEY]: Signature.asset, text: "hello", hash: "2cf2" },
      reference: { [SIGNATURE_KEY]: Signature.resource, urn: "urn:x", id: UnknownSentinel.string },
      output: { [SIGNATURE_KEY]: Signature.output, secret: true, dependencies: ["urn:y"] },
    });
    assert.deepStrictEqual(decodeStruct(struct), {
      secret: new Secret({ inner: "s3cret" }),
      unknown: new Unknown("string"),
      unknownNumber: new Unknown("number"),
      asset: new Asset({ hash: "2cf2", text: "hello", path: undefined, uri: undefined }),
      reference: new ResourceReference("urn:x", new Unknown("string")),
      output: new OutputValue(undefined, true, ["urn:y"]),
    });
  });

  it("are written as the engine reads them", () => {
    assert.deepEqual(
      encodeStruct({ password: new Secret("s3cret"), later: new Unknown("array") }).toJavaScript(),
      {
        password: { [SIGNATURE_KEY]: Signature.secret, value: "s3cret" },
        later: UnknownSentinel.array,
      },
    );
  });

  it("refuse a signature that they do not know, and a plain object that has one", () => {
    const struct = structPb.Struct.fromJavaScript({ odd: { [SIGNATURE_KEY]: "0".repeat(32) } });
    assert.throws(() => decodeStruct(struct), WireError);
    assert.throws(() => encodeStruct({ forged: { [SIGNATURE_KEY]: Signature.secret, value: 1 } }), WireError);
  });

  it("refuse a key that would get lost", () => {
    assert.throws(() => encodeStruct({ nested: Object.fromEntries([["__proto__", 1]]) }), WireError);
  });

  it("refuse a special value with a part missing", () => {
    const lacking = (value: structPb.JavaScriptValue) => () =>
      decodeStruct(structPb.Struct.fromJavaScript({ value }));
    assert.throws(lacking({ [SIGNATURE_KEY]: Signature.secret }), WireError);
    assert.throws(lacking({ [SIGNATURE_KEY]: Signature.resource }), WireError);
    assert.throws(lacking({ [SIGNATURE_KEY]: Signature.asset, text: 3 }), WireError);
  });

  it("are none when there is no struct", () => {
    assert.deepEqual(decodeStruct(undefined), {});
  });
});
