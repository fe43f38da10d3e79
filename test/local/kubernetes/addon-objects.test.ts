import assert from "node:assert/strict";
import { addonObjects, dnsServiceIp } from "../../../local/kubernetes/addon-objects.ts";

describe("what AKS puts into a new cluster", () => {
  it("has one default storage class", () => {
    const defaults = addonObjects("10.0.0.0/16").filter(({ object }) =>
      JSON.stringify(object).includes("is-default-class"),
    );
    assert.deepEqual(
      defaults.map(({ path }) => path),
      ["/apis/storage.k8s.io/v1/storageclasses/default"],
    );
  });

  for (const [network, address] of [
    ["10.0.0.0/16", "10.0.0.10"],
    ["172.16.255.250/20", "172.16.240.10"],
    ["10.41.8.0/22", "10.41.8.10"],
  ] as const) {
    it(`gives DNS the address ${address} in ${network}`, () => assert.equal(dnsServiceIp(network), address));
  }

  for (const network of ["", "10.0.0.0", "fd00::/108", "10.0.300.0/16", "10.0.0.0/29"]) {
    it(`refuses '${network}' as a service network`, () => {
      assert.throws(() => dnsServiceIp(network), /is not an IPv4 network/);
    });
  }
});
