/**
 * Settings of a Kafka client of an Event Hubs namespace. Clients sign in with an Entra token for the namespace; there
 * are no keys. Source: https://learn.microsoft.com/azure/event-hubs/azure-event-hubs-apache-kafka-overview
 *
 * @param host - host name of the namespace, such as platform.servicebus.windows.net
 */
export function eventHubsClientSettings(host: string): Record<string, string> {
  return {
    "bootstrap.servers": `${host}:9093`,
    "security.protocol": "SASL_SSL",
    "sasl.mechanism": "OAUTHBEARER",
    "sasl.oauthbearer.scope": `https://${host}/.default`,
  };
}

/** The host name in an endpoint such as https://platform.servicebus.windows.net:443/. */
export function hostOf(endpoint: string): string {
  return new URL(endpoint).hostname;
}
