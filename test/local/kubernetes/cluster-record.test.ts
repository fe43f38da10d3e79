import assert from "node:assert/strict";
import { parseRecord, recordOf, refuseImpossibleChange } from "../../../local/kubernetes/cluster-record.ts";
import { clusterSpec, pool } from "./pools.ts";

const spec = clusterSpec("/clusters/shop", {
  pools: [pool({ labels: { team: "shop" }, taints: ["a=b:NoSchedule"] }), pool({ name: "user", zones: [] })],
});
const record = recordOf(spec, spec.pools, 20_001);

describe("the record of a cluster", () => {
  it("survives being written and read", () => assert.deepEqual(parseRecord(JSON.stringify(record)), record));

  it("holds no secret", () => assert.doesNotMatch(JSON.stringify(record), new RegExp(spec.personToken)));

  it("is none when the text is cut short", () => {
    assert.equal(parseRecord(JSON.stringify(record).slice(0, -2)), undefined);
    assert.equal(parseRecord(""), undefined);
  });

  for (const [key, value] of [
    ["id", "/subscriptions/other"],
    ["serviceCidr", "10.9.0.0/16"],
    ["podCidr", "10.9.0.0/16"],
  ] as const) {
    it(`refuses another ${key}`, () => {
      assert.throws(
        () => refuseImpossibleChange(record, { ...spec, [key]: value }),
        new RegExp(`the ${key} '`),
      );
    });
  }

  it("takes the same id in other letter case, and another version", () => {
    refuseImpossibleChange(record, { ...spec, id: spec.id.toUpperCase(), kubernetesVersion: "1.34" });
  });
});
