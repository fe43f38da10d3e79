import assert from "node:assert/strict";
import type { SharedHostArgs } from "../../../../../components/kubernetes/nginx-ingress/shared-host.ts";
import { SharedHost } from "../../../../../components/kubernetes/nginx-ingress/shared-host.ts";
import { inputAt, named, recordStack, shapeOf, valueOf } from "../recorded-stack.ts";
import { refusedProperties } from "../refused.ts";

const args: SharedHostArgs = { namespace: "apps", host: "api.example.com" };

describe("SharedHost", () => {
  it("is one Ingress: the master that owns the host and its certificate, and no path", async () => {
    const resources = await recordStack(() => new SharedHost("host", { ...args, tlsSecretName: "tls" }));
    assert.deepEqual(shapeOf(resources), ["host-ingress: Ingress", "host: SharedHost"]);
    const ingress = named(resources, "host-ingress");
    assert.deepEqual(inputAt(ingress, "metadata.annotations"), {
      "kubernetes.io/ingress.allow-http": "false",
      "nginx.org/ssl-redirect": "true",
      "nginx.org/mergeable-ingress-type": "master",
    });
    assert.deepEqual(inputAt(ingress, "spec"), {
      ingressClassName: "nginx",
      tls: [{ hosts: ["api.example.com"], secretName: "tls" }],
      rules: [{ host: "api.example.com" }],
    });
  });

  it("gives host and address, known at preview", async () => {
    const values: Promise<string>[] = [];
    const program = () => {
      const shared = new SharedHost("host", { ...args, allowHttp: true });
      values.push(valueOf(shared.host), valueOf(shared.url));
    };
    await recordStack(program, { preview: true });
    assert.deepEqual(await Promise.all(values), ["api.example.com", "http://api.example.com"]);
  });

  it("refuses what is not one host, and contradictions about TLS", async () => {
    assert.deepEqual(
      await refusedProperties(() => new SharedHost("host", { ...args, host: "*.example.com" })),
      ["host"],
    );
    assert.deepEqual(
      await refusedProperties(
        () => new SharedHost("host", { ...args, tlsSecretName: "tls", allowHttp: true }),
      ),
      ["allowHttp"],
    );
    assert.deepEqual(await refusedProperties(() => new SharedHost("Host", { ...args, namespace: "Apps" })), [
      "name",
      "namespace",
    ]);
  });
});
