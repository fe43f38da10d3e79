import assert from "node:assert/strict";
import { parse } from "yaml";
import { formatKubeconfig } from "../../../local/kubernetes/kubeconfig.ts";

describe("a kubeconfig", () => {
  it("names server, authority and token, whatever characters are in the names", () => {
    const authority = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
    const text = formatKubeconfig({
      context: 'shop: "dev" #1',
      user: "masterclient",
      server: "https://127.0.0.1:20001",
      certificateAuthority: authority,
      token: "abc",
    });
    assert.deepEqual(parse(text), {
      apiVersion: "v1",
      kind: "Config",
      clusters: [
        {
          name: 'shop: "dev" #1',
          cluster: {
            server: "https://127.0.0.1:20001",
            "certificate-authority-data": Buffer.from(authority).toString("base64"),
          },
        },
      ],
      users: [{ name: "masterclient", user: { token: "abc" } }],
      contexts: [{ name: 'shop: "dev" #1', context: { cluster: 'shop: "dev" #1', user: "masterclient" } }],
      "current-context": 'shop: "dev" #1',
    });
  });
});
