/**
 * Limits of texts and numbers that the provider checks before it asks Azure. The SDK does not hold them, so these tables are kept by hand.
 *
 * They are those of Microsoft's API descriptions, from which the real provider's metadata is made, as the `azure-mgmt-*` packages for Python
 * carry them (the source of each line, unless a comment says otherwise): azure-mgmt-authorization 4.0.0, -containerregistry 13.0.0,
 * -containerservice 33.0.0 (2024-09-01), -eventhub 11.2.0 (2024-01-01), -keyvault 11.0.0 (2024-11-01), -loganalytics 13.1.1, -monitor 6.0.2,
 * -msi 7.1.0, -network 28.1.0, -postgresqlflexibleservers 1.1.0, -resource 23.4.0, -storage 22.2.0.
 */

/** What a text or number must keep. */
export interface Constraint {
  /** Characters. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A regular expression of Go's RE2 syntax, not anchored unless it says so. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * Constraints of path parameters, by the part of the ARM path that stands before them: `Namespace/type` or `Namespace/type/child`, in lower
 * case, and `resourcegroups` for the group itself.
 */
export const pathConstraints: Readonly<Record<string, Constraint>> = {
  resourcegroups: { minLength: 1, maxLength: 90 },
  "microsoft.containerservice/managedclusters": {
    minLength: 1,
    maxLength: 63,
    pattern: "^[a-zA-Z0-9]$|^[a-zA-Z0-9][-_a-zA-Z0-9]{0,61}[a-zA-Z0-9]$",
  },
  "microsoft.containerservice/managedclusters/agentpools": {
    minLength: 1,
    maxLength: 12,
    pattern: "^[a-z][a-z0-9]{0,11}$",
  },
  "microsoft.containerregistry/registries": { minLength: 5, maxLength: 50, pattern: "^[a-zA-Z0-9]*$" },
  "microsoft.managedidentity/userassignedidentities/federatedidentitycredentials": {
    pattern: "^[a-zA-Z0-9]{1}[a-zA-Z0-9-_]{2,119}$",
  },
  "microsoft.dbforpostgresql/flexibleservers": {
    minLength: 3,
    maxLength: 63,
    pattern: "^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*",
  },
  "microsoft.dbforpostgresql/flexibleservers/databases": { minLength: 1, pattern: "^[-\\w\\._]+$" },
  "microsoft.dbforpostgresql/flexibleservers/configurations": { minLength: 1, pattern: "^[-\\w\\._]+$" },
  "microsoft.dbforpostgresql/flexibleservers/firewallrules": { minLength: 1, pattern: "^[-\\w\\._]+$" },
  "microsoft.eventhub/namespaces": { minLength: 6, maxLength: 50 },
  "microsoft.eventhub/namespaces/authorizationrules": { minLength: 1 },
  "microsoft.eventhub/namespaces/eventhubs": { minLength: 1, maxLength: 256 },
  "microsoft.eventhub/namespaces/eventhubs/authorizationrules": { minLength: 1 },
  "microsoft.eventhub/namespaces/eventhubs/consumergroups": { minLength: 1, maxLength: 50 },
  "microsoft.keyvault/vaults": { pattern: "^[a-zA-Z0-9-]{3,24}$" },
  "microsoft.keyvault/vaults/secrets": { pattern: "^[a-zA-Z0-9-]{1,127}$" },
  "microsoft.operationalinsights/workspaces": {
    minLength: 4,
    maxLength: 63,
    pattern: "^[A-Za-z0-9][A-Za-z0-9-]+[A-Za-z0-9]$",
  },
  // A look-ahead, which Go cannot compile: the provider passes every name.
  "microsoft.monitor/accounts": { pattern: "^(?!-)[a-zA-Z0-9-]+[^-]$" },
  "microsoft.storage/storageaccounts": { minLength: 3, maxLength: 24 },
  "microsoft.storage/storageaccounts/blobservices/containers": { minLength: 3, maxLength: 63 },
};

/** The group's own name keeps a pattern too where the group is created; a group that is only referred to keeps its length. */
export const resourceGroupPattern = "^[-\\w\\._\\(\\)]+$";

const ipv4 =
  "^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])$";
const ipv4Range = "^([0-9]{1,3}\\.){3}[0-9]{1,3}(\\/([0-9]|[1-2][0-9]|3[0-2]))?$";

/** Constraints of a resource's own properties, by `module:Resource`. */
export const inputConstraints: Readonly<Record<string, Readonly<Record<string, Constraint>>>> = {
  "containerservice:AgentPool": { osDiskSizeGB: { minimum: 0, maximum: 2048 } },
  "dbforpostgresql:Database": {
    charset: { pattern: "^[a-zA-Z]+\\w*$" },
    collation: { pattern: "^[a-zA-Z\\-]+([. ]|\\w)*$" },
  },
  "dbforpostgresql:FirewallRule": { startIpAddress: { pattern: ipv4 }, endIpAddress: { pattern: ipv4 } },
  "eventhub:EventHub": { messageRetentionInDays: { minimum: 1 }, partitionCount: { minimum: 1 } },
  "eventhub:Namespace": { maximumThroughputUnits: { minimum: 0 } },
  "monitor:ActionGroup": { groupShortName: { maxLength: 12 } },
};

/** Constraints of the properties of object types, by `module:Type`. */
export const typeConstraints: Readonly<Record<string, Readonly<Record<string, Constraint>>>> = {
  "containerservice:AbsoluteMonthlySchedule": {
    dayOfMonth: { minimum: 1, maximum: 31 },
    intervalMonths: { minimum: 1, maximum: 6 },
  },
  "containerservice:AgentPoolUpgradeSettings": {
    drainTimeoutInMinutes: { minimum: 1, maximum: 1440 },
    nodeSoakDurationInMinutes: { minimum: 0, maximum: 30 },
  },
  "containerservice:ContainerServiceLinuxProfile": {
    adminUsername: { pattern: "^[A-Za-z][-A-Za-z0-9_]*$" },
  },
  "containerservice:ContainerServiceNetworkProfile": {
    dnsServiceIP: {
      pattern: "^(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$",
    },
    podCidr: { pattern: ipv4Range },
    serviceCidr: { pattern: ipv4Range },
  },
  "containerservice:DailySchedule": { intervalDays: { minimum: 1, maximum: 7 } },
  "containerservice:KubeletConfig": { containerLogMaxFiles: { minimum: 2 } },
  "containerservice:MaintenanceWindow": {
    durationHours: { minimum: 4, maximum: 24 },
    startTime: { pattern: "^\\d{2}:\\d{2}$" },
    utcOffset: { pattern: "^(-|\\+)[0-9]{2}:[0-9]{2}$" },
  },
  "containerservice:ManagedClusterAgentPoolProfile": {
    name: { pattern: "^[a-z][a-z0-9]{0,11}$" },
    osDiskSizeGB: { minimum: 0, maximum: 2048 },
  },
  "containerservice:ManagedClusterLoadBalancerProfile": {
    allocatedOutboundPorts: { minimum: 0, maximum: 64000 },
    idleTimeoutInMinutes: { minimum: 4, maximum: 120 },
  },
  "containerservice:ManagedClusterLoadBalancerProfileManagedOutboundIPs": {
    count: { minimum: 1, maximum: 100 },
    countIPv6: { minimum: 0, maximum: 100 },
  },
  "containerservice:ManagedClusterManagedOutboundIPProfile": { count: { minimum: 1, maximum: 16 } },
  "containerservice:ManagedClusterNATGatewayProfile": { idleTimeoutInMinutes: { minimum: 4, maximum: 120 } },
  "containerservice:PortRange": {
    portEnd: { minimum: 1, maximum: 65535 },
    portStart: { minimum: 1, maximum: 65535 },
  },
  "containerservice:RelativeMonthlySchedule": { intervalMonths: { minimum: 1, maximum: 6 } },
  "containerservice:SysctlConfig": {
    netIpv4TcpkeepaliveIntvl: { minimum: 10, maximum: 90 },
    netNetfilterNfConntrackBuckets: { minimum: 65536, maximum: 524288 },
    netNetfilterNfConntrackMax: { minimum: 131072, maximum: 2097152 },
  },
  "containerservice:WeeklySchedule": { intervalWeeks: { minimum: 1, maximum: 4 } },
  "eventhub:Sku": { capacity: { minimum: 0 } },
  "storage:AccountImmutabilityPolicyProperties": {
    immutabilityPeriodSinceCreationInDays: { minimum: 1, maximum: 146000 },
  },
};
