import assert from "node:assert/strict";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import fc from "fast-check";
import { describe, it } from "mocha";
import { writeAnalyzerInfo } from "../../policies/server/wire/analyzer-info.ts";
import type { WirePack } from "../../policies/server/wire/analyzer-info.ts";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => (Object.is(value, -0) ? 0 : value));

const pack: fc.Arbitrary<WirePack> = fc.record({
  name: text,
  displayName: text,
  description: text,
  version: text,
  policies: fc.array(
    fc.record({
      name: text,
      displayName: text,
      description: text,
      remediationSteps: text,
      url: text,
      tags: fc.array(text, { maxLength: 2 }),
      enforcementLevel: fc.integer({ min: 0, max: 3 }),
      severity: fc.integer({ min: 0, max: 4 }),
      type: fc.integer({ min: 0, max: 2 }),
      settings: fc.dictionary(
        text.filter((key) => key !== "__proto__"),
        json,
        { maxKeys: 3, noNullPrototype: true },
      ),
    }),
    { maxLength: 4 },
  ),
});

describe("what a pack tells of itself", () => {
  it("is what the generated classes read", () => {
    fc.assert(
      fc.property(pack, (source) => {
        const info = analyzerPb.AnalyzerInfo.deserializeBinary(writeAnalyzerInfo(source));
        assert.ok(info.getSupportsconfig());
        assert.deepEqual(
          {
            name: info.getName(),
            displayName: info.getDisplayname(),
            description: info.getDescription(),
            version: info.getVersion(),
            policies: info.getPoliciesList().map((policy) => ({
              name: policy.getName(),
              displayName: policy.getDisplayname(),
              description: policy.getDescription(),
              remediationSteps: policy.getRemediationSteps(),
              url: policy.getUrl(),
              tags: policy.getTagsList(),
              enforcementLevel: policy.getEnforcementlevel(),
              severity: policy.getSeverity(),
              type: policy.getPolicyType(),
              settings: policy.getConfigschema()?.getProperties()?.toJavaScript(),
            })),
          },
          JSON.parse(JSON.stringify(source)),
        );
      }),
    );
  });
});
