import * as pulumi from "@pulumi/pulumi";
import {
  DatabaseEngine,
  Microservice,
  NginxIngress,
  SharedHost,
  TenantNamespace,
} from "../../../../components/kubernetes/index.ts";

/** A program that uses every component with what is safe by default, and every optional part once. */
export function platform(): void {
  const apps = new TenantNamespace("apps", {});
  const ingress = new NginxIngress(
    "nginx",
    {
      watchNamespaces: ["apps"],
      publicIp: { name: pulumi.output("pip"), resourceGroup: pulumi.output("rg") },
      scaling: { minReplicas: 2, maxReplicas: 4 },
      wildcardTlsSecret: "apps/wildcard",
    },
    { dependsOn: [apps] },
  );
  const { ingressClassName } = ingress;
  const { host } = new SharedHost("host", {
    namespace: apps.name,
    host: "api.example.com",
    ingressClassName,
  });
  new Microservice("idea", {
    namespace: apps.name,
    image: "example.azurecr.io/idea:1.0.0",
    scaling: { maxReplicas: 4 },
    identity: { clientId: pulumi.output("client") },
    secrets: [{ secretName: "keys" }],
    env: { LOG_LEVEL: "info" },
    database: {
      engine: DatabaseEngine.PostgreSql,
      host: "pg",
      name: "idea",
      user: "idea",
      cidrs: ["10.0.8.0/24"],
    },
    kafka: { bootstrapServers: "k:9093", cidrs: ["10.0.9.0/24"], produces: ["idea"] },
    route: { host, sharedHost: true, path: "/idea", ingressClassName },
  });
  new Microservice("alone", {
    namespace: apps.name,
    image: "example.azurecr.io/alone:1.0.0",
    route: { host: "alone.example.com", tlsSecretName: "alone-tls", ingressClassName },
  });
}
