/** Services in the order of the page, by the prefix of their rules' ids. */
export const services: Readonly<Record<string, string>> = {
  aks: "AKS",
  acr: "Container Registry",
  postgres: "PostgreSQL",
  sql: "Azure SQL",
  eventhub: "Event Hubs",
  network: "Network",
  keyvault: "Key Vault",
  identity: "Identity and access",
  governance: "Regions, tags, locks and kinds of resources",
  storage: "Storage",
  loganalytics: "Log Analytics",
  appinsights: "Application Insights",
  monitor: "Azure Monitor",
  grafana: "Grafana",
  defender: "Microsoft Defender for Cloud",
  redis: "Redis",
  cosmosdb: "Cosmos DB",
  mysql: "MySQL",
  servicebus: "Service Bus",
  apim: "API Management",
  confluent: "Confluent Cloud",
  k8s: "Kubernetes workloads",
  exemptions: "Exemptions",
};

/** The service that a rule is about, by its id: the prefix under which {@link services} names it. */
export function serviceOf(id: string): string {
  return id.split("-", 1)[0] ?? id;
}
