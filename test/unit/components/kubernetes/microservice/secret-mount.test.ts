import assert from "node:assert/strict";
import {
  refuseVolumes,
  secretVolumes,
  writableVolumes,
} from "../../../../../components/kubernetes/microservice/secret-mount.ts";

describe("volumes of a service", () => {
  it("hold Secrets as files that the process can read and not write", () => {
    assert.deepEqual(
      secretVolumes([
        { secretName: "keys", keys: ["a"] },
        { secretName: "tls", mountPath: "/tls" },
      ]),
      [
        {
          volume: {
            name: "secret-0",
            secret: { secretName: "keys", defaultMode: 0o440, items: [{ key: "a", path: "a" }] },
          },
          mount: { name: "secret-0", mountPath: "/var/run/secrets/keys", readOnly: true },
        },
        {
          volume: { name: "secret-1", secret: { secretName: "tls", defaultMode: 0o440 } },
          mount: { name: "secret-1", mountPath: "/tls", readOnly: true },
        },
      ],
    );
  });

  it("let it write to small folders that go with the pod", () => {
    assert.deepEqual(writableVolumes(["/tmp"]), [
      {
        volume: { name: "writable-0", emptyDir: { sizeLimit: "128Mi" } },
        mount: { name: "writable-0", mountPath: "/tmp" },
      },
    ]);
  });

  it("are refused with names and folders that cannot be, and in one folder", () => {
    const refusals = refuseVolumes(
      [{ secretName: "Keys" }, { secretName: "a", mountPath: "tls" }, { secretName: "b", mountPath: "/tmp" }],
      ["/tmp", "/"],
    );
    assert.deepEqual(
      refusals.map(({ property }) => property),
      ["secrets[0].secretName", "secrets[1].mountPath", "writablePaths[1]", "writablePaths[0]"],
    );
    assert.deepEqual(refuseVolumes([{ secretName: "a" }], ["/tmp"]), []);
  });
});
