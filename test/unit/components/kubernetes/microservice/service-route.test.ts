import assert from "node:assert/strict";
import type { ServiceRoute } from "../../../../../components/kubernetes/microservice/service-route.ts";
import {
  refuseRoute,
  routeAnnotations,
  routeSpec,
  routeUrl,
} from "../../../../../components/kubernetes/microservice/service-route.ts";
import { valueOf } from "../recorded-stack.ts";

const route: ServiceRoute = { host: "api.example.com", path: "/idea" };
const refused = (changes: Partial<ServiceRoute>) =>
  refuseRoute({ ...route, ...changes }).map(({ property }) => property);

describe("route of a service", () => {
  it("is an Ingress with one host, one path and TLS", () => {
    assert.deepEqual(routeSpec(route, "idea"), {
      ingressClassName: "nginx",
      tls: [{ hosts: ["api.example.com"] }],
      rules: [
        {
          host: "api.example.com",
          http: {
            paths: [
              {
                path: "/idea",
                pathType: "Prefix",
                backend: { service: { name: "idea", port: { name: "http" } } },
              },
            ],
          },
        },
      ],
    });
    assert.deepEqual(routeSpec({ ...route, tlsSecretName: "idea-tls" }, "idea").tls, [
      { hosts: ["api.example.com"], secretName: "idea-tls" },
    ]);
  });

  it("sends plain HTTP to HTTPS", () => {
    assert.deepEqual(routeAnnotations(route), {
      "kubernetes.io/ingress.allow-http": "false",
      "nginx.org/ssl-redirect": "true",
      "nginx.org/client-max-body-size": "1m",
      "nginx.org/proxy-read-timeout": "60s",
      "nginx.org/proxy-send-timeout": "60s",
    });
  });

  it("serves plain HTTP only where that is spelled out", async () => {
    const plain = { ...route, allowHttp: true };
    assert.equal(routeSpec(plain, "idea").tls, undefined);
    assert.equal(routeAnnotations(plain)["nginx.org/ssl-redirect"], "false");
    assert.equal(routeAnnotations(plain)["kubernetes.io/ingress.allow-http"], "true");
    assert.equal(await valueOf(routeUrl(plain)), "http://api.example.com/idea");
    assert.equal(await valueOf(routeUrl(route)), "https://api.example.com/idea");
  });

  it("is a minion of a shared host, without what the controller refuses in a minion", () => {
    const shared = { ...route, sharedHost: true, bodySize: "8m" };
    assert.equal(routeSpec(shared, "idea").tls, undefined);
    assert.deepEqual(routeAnnotations(shared), {
      "kubernetes.io/ingress.allow-http": "false",
      "nginx.org/mergeable-ingress-type": "minion",
      "nginx.org/client-max-body-size": "8m",
      "nginx.org/proxy-read-timeout": "60s",
      "nginx.org/proxy-send-timeout": "60s",
    });
  });

  it("refuses hosts and paths that NGINX would refuse", () => {
    for (const host of ["*.example.com", "Example.com", "localhost", "a..b", "", "1.2.3.4/x", "-a.com"]) {
      assert.deepEqual(refused({ host }), ["route.host"], host);
    }
    assert.deepEqual(refused({ path: "idea" }), ["route.path"]);
    assert.deepEqual(refused({ bodySize: "1 MB" }), ["route.bodySize"]);
    assert.deepEqual(refused({ timeoutSeconds: 0 }), ["route.timeoutSeconds"]);
    assert.deepEqual(refused({}), []);
    assert.deepEqual(refuseRoute(undefined), []);
  });

  it("refuses contradictions about TLS", () => {
    assert.deepEqual(refused({ tlsSecretName: "tls", allowHttp: true }), ["route.allowHttp"]);
    assert.deepEqual(refused({ tlsSecretName: "tls", sharedHost: true }), ["route.tlsSecretName"]);
    assert.deepEqual(refused({ tlsSecretName: "TLS" }), ["route.tlsSecretName"]);
  });
});
