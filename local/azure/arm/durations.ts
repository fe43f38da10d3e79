/**
 * Minutes that Azure typically takes to create a resource, by Pulumi token; some types have several, told apart in parentheses. Measured
 * or estimated as local/azure/facts/durations.json says, which a test compares.
 */
const typicalMinutes: Readonly<Record<string, number>> = {
  "azure-native:applicationinsights:Component": 0.25,
  "azure-native:authorization:RoleAssignment": 0.05,
  "azure-native:containerregistry:Registry": 0.283,
  "azure-native:containerservice:AgentPool": 3,
  "azure-native:containerservice:ManagedCluster (private)": 6,
  "azure-native:containerservice:ManagedCluster (public)": 4.3,
  "azure-native:dashboard:Grafana": 5,
  "azure-native:dbforpostgresql:Database": 0.333,
  "azure-native:dbforpostgresql:Server (flexible, no HA)": 4.5,
  "azure-native:dbforpostgresql:Server (flexible, with HA)": 10,
  "azure-native:eventhub:EventHub": 0.083,
  "azure-native:eventhub:Namespace": 1.3,
  "azure-native:keyvault:Secret": 0.043,
  "azure-native:keyvault:Vault": 0.45,
  "azure-native:monitor:AzureMonitorWorkspace": 0.417,
  "azure-native:network:NatGateway": 0.2,
  "azure-native:network:NetworkSecurityGroup": 0.067,
  "azure-native:network:PrivateEndpoint": 1,
  "azure-native:network:PublicIPAddress": 0.083,
  "azure-native:network:Subnet": 0.092,
  "azure-native:network:VirtualNetwork": 0.117,
  "azure-native:operationalinsights:Workspace": 0.3,
  "azure-native:privatedns:PrivateZone": 0.583,
  "azure-native:privatedns:VirtualNetworkLink": 0.583,
  "azure-native:resources:ResourceGroup": 0.05,
  "azure-native:sql:Database": 1.1,
  "azure-native:sql:FirewallRule": 0.012,
  "azure-native:sql:Server": 1.1,
  "azure-native:sql:VirtualNetworkRule": 0.283,
  "azure-native:storage:BlobContainer": 0.01,
  "azure-native:storage:StorageAccount": 0.4,
};

/** Types that nobody has timed are taken to be as quick as a role assignment. */
const UNTIMED = 0.05;

/** Minutes that one write takes. */
export function minutesOf(row: string): number {
  return typicalMinutes[row] ?? UNTIMED;
}

/** The table, for the test that compares it with the collected facts. */
export function timedTypes(): readonly (readonly [string, number])[] {
  return Object.entries(typicalMinutes);
}
