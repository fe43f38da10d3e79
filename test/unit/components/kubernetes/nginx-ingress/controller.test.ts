import assert from "node:assert/strict";
import {
  clusterRules,
  clusterWideRules,
  ownNamespaceRules,
  servedNamespaceRules,
} from "../../../../../components/kubernetes/nginx-ingress/controller-access.ts";
import type { ControllerFlags } from "../../../../../components/kubernetes/nginx-ingress/controller-flags.ts";
import { controllerFlags } from "../../../../../components/kubernetes/nginx-ingress/controller-flags.ts";
import {
  controllerSettings,
  refuseSettings,
  settingsName,
} from "../../../../../components/kubernetes/nginx-ingress/controller-settings.ts";
import { controllerTraffic } from "../../../../../components/kubernetes/nginx-ingress/controller-traffic.ts";
import {
  loadBalancerAnnotations,
  loadBalancerSpec,
  TrafficPolicy,
} from "../../../../../components/kubernetes/nginx-ingress/load-balancer.ts";

const names = { namespace: "edge", className: "nginx", lease: "leader" };
const flags: ControllerFlags = {
  ...names,
  settings: "settings",
  service: "nginx-ingress",
  served: ["apps", "more"],
  defaultTlsSecret: undefined,
  wildcardTlsSecret: undefined,
  externalTrafficPolicy: TrafficPolicy.Local,
};

describe("command line of the ingress controller", () => {
  it("serves the namespaces that are named, and reads Secrets there alone", () => {
    const line = controllerFlags(flags);
    assert.ok(line.includes("-watch-namespace=edge,apps,more"));
    assert.ok(line.includes("-watch-secret-namespace=apps,more"));
    assert.ok(!controllerFlags({ ...flags, served: undefined }).some((flag) => flag.startsWith("-watch-")));
  });

  it("needs no custom resources, takes no snippets and sends no telemetry", () => {
    const line = controllerFlags(flags);
    for (const flag of ["custom-resources", "snippets", "telemetry-reporting"]) {
      assert.ok(line.includes(`-enable-${flag}=false`), flag);
    }
  });

  it("answers Azure's probe where Azure asks NGINX itself", () => {
    assert.ok(!controllerFlags(flags).includes("-health-status=true"));
    const cluster = { externalTrafficPolicy: TrafficPolicy.Cluster };
    assert.ok(controllerFlags({ ...flags, ...cluster }).includes("-health-status=true"));
    const path = "service.beta.kubernetes.io/port_80_health-probe_request-path";
    assert.ok(controllerFlags({ ...flags, ...cluster }).includes("-health-status-uri=/nginx-health"));
    assert.equal(loadBalancerAnnotations(cluster)[path], "/nginx-health");
    assert.equal(loadBalancerAnnotations({})[path], undefined);
  });

  it("names the certificates that are given", () => {
    const line = controllerFlags({ ...flags, defaultTlsSecret: "apps/a", wildcardTlsSecret: "apps/b" });
    assert.ok(line.includes("-default-server-tls-secret=apps/a"));
    assert.ok(line.includes("-wildcard-tls-secret=apps/b"));
  });
});

describe("access of the ingress controller", () => {
  const served = servedNamespaceRules();
  const own = ownNamespaceRules(names);
  const cluster = clusterRules(names, ["apps"]);
  const all = [...served, ...own, ...cluster, ...clusterWideRules(names)];
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const about = (rules: readonly object[], resource: string) =>
    rules.filter((rule) => list(Reflect.get(rule, "resources")).includes(resource));

  it("has no wildcard, and writes nothing but the status of Ingresses, events, its Lease and its pods' labels", () => {
    const writing = new Set<string>();
    for (const rule of all) {
      for (const value of [rule.apiGroups, rule.resources, rule.verbs].flatMap(list))
        assert.notEqual(value, "*");
      for (const verb of list(rule.verbs).filter((each) => !["get", "list", "watch"].includes(each))) {
        for (const resource of list(rule.resources)) writing.add(`${verb} ${resource}`);
      }
    }
    assert.deepEqual([...writing].sort(), [
      "create events",
      "create leases",
      "patch events",
      "update ingresses/status",
      "update leases",
      "update pods",
    ]);
  });

  it("reads Secrets only in the namespaces that it serves, unless it serves all", () => {
    assert.equal(about(served, "secrets").length, 1);
    assert.equal(about(own, "secrets").length, 0);
    assert.equal(about(cluster, "secrets").length, 0);
    assert.equal(about(clusterWideRules(names), "secrets").length, 1);
  });

  it("is limited to objects by name where their names are known", () => {
    assert.deepEqual(about(cluster, "ingressclasses"), [
      {
        apiGroups: ["networking.k8s.io"],
        resources: ["ingressclasses"],
        resourceNames: ["nginx"],
        verbs: ["get"],
      },
    ]);
    assert.deepEqual(about(cluster, "namespaces"), [
      { apiGroups: [""], resources: ["namespaces"], resourceNames: ["edge", "apps"], verbs: ["get"] },
    ]);
  });
});

describe("settings of the ingress controller", () => {
  it("are secure by default and can be overridden", () => {
    const settings = controllerSettings({ "server-tokens": "true", "proxy-connect-timeout": "5s" });
    assert.equal(settings["ssl-protocols"], "TLSv1.2 TLSv1.3");
    assert.equal(settings["ssl-redirect"], "true");
    assert.equal(settings["server-tokens"], "true");
    assert.equal(settings["proxy-connect-timeout"], "5s");
    assert.equal(controllerSettings({})["server-tokens"], "false");
  });

  it("have a name that changes with the content alone", () => {
    const name = settingsName("nginx", { a: "1", b: "2" });
    assert.match(name, /^nginx-[0-9a-f]{8}$/);
    assert.equal(settingsName("nginx", { b: "2", a: "1" }), name);
    assert.notEqual(settingsName("nginx", { a: "1", b: "3" }), name);
  });

  it("refuse raw NGINX configuration", () => {
    const refused = refuseSettings({ "http-snippets": "x", "main-template": "x", "proxy-buffers": "8 4k" });
    assert.deepEqual(
      refused.map(({ property }) => property),
      ['settings["http-snippets"]', 'settings["main-template"]'],
    );
  });

  it("log one JSON object a request, without the query string", () => {
    const format = controllerSettings({})["log-format"] ?? "";
    const line = format.replace(/\$[a-z0-9_]+/g, "x");
    assert.equal(typeof JSON.parse(line), "object");
    assert.doesNotMatch(format, /\$request\b|\$request_uri|\$args|\$query_string/);
  });
});

describe("load balancer of the ingress controller", () => {
  it("takes the public IP address that is named", () => {
    assert.deepEqual(loadBalancerAnnotations({ publicIp: { name: "pip", resourceGroup: "rg" } }), {
      "service.beta.kubernetes.io/azure-pip-name": "pip",
      "service.beta.kubernetes.io/azure-load-balancer-resource-group": "rg",
    });
  });

  it("stays in the virtual network where it is internal", () => {
    assert.deepEqual(loadBalancerAnnotations({ internal: { subnet: "ingress" } }), {
      "service.beta.kubernetes.io/azure-load-balancer-internal": "true",
      "service.beta.kubernetes.io/azure-load-balancer-internal-subnet": "ingress",
    });
  });

  it("keeps the client's address and lets in only who may come", () => {
    const spec = loadBalancerSpec({ allowedSourceRanges: ["203.0.113.0/24"] }, { app: "nginx" });
    assert.equal(spec.externalTrafficPolicy, "Local");
    assert.deepEqual(spec.loadBalancerSourceRanges, ["203.0.113.0/24"]);
    const traffic = controllerTraffic({
      selector: { app: "nginx" },
      served: ["apps"],
      allowedSourceRanges: ["203.0.113.0/24"],
      metricsNamespace: "kube-system",
      apiServerCidrs: undefined,
    });
    assert.deepEqual(Array.isArray(traffic.ingress) ? traffic.ingress[0] : undefined, {
      from: [{ ipBlock: { cidr: "203.0.113.0/24" } }],
      ports: [
        { protocol: "TCP", port: 80 },
        { protocol: "TCP", port: 443 },
      ],
    });
  });
});
