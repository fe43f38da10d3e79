import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { chooseFreePort, isPortFree, loopback, portRange } from "../../../local/kubernetes/loopback-port.ts";

describe("the port of an API server", () => {
  it("lies below those of outgoing connections", async () => {
    const port = await chooseFreePort();
    assert.ok(port >= portRange.from && port < portRange.to);
    assert.ok(await isPortFree(port));
  });

  it("is not one that somebody listens on", async () => {
    const always = () => 0.25;
    const first = await chooseFreePort(always);
    const server = createServer().listen(first, loopback);
    await once(server, "listening");
    try {
      assert.equal(await isPortFree(first), false);
      assert.ok((await chooseFreePort(always)) > first);
    } finally {
      server.close();
    }
  });
});
