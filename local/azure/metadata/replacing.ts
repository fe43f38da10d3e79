/**
 * The properties whose change replaces a resource, besides the parameters of its path, which always do. The SDK does not hold them, so this
 * table is kept by hand. A path is `property`, `object.property` or `list[].property`: the provider looks no deeper.
 *
 * Sources:
 * - [provider] the list that the real provider's generator keeps, `provider/pkg/gen/replacement.go` of pulumi/pulumi-azure-native;
 * - [mutability] `x-ms-mutability` of create and read without update in Microsoft's API description, as the visibility
 *   `["read", "create"]` of the `azure-mgmt-*` packages for Python shows it (versions of November 2026).
 *
 * A type that is not listed has none: Azure itself refuses the change, or takes it.
 */
export const replacingProperties: Readonly<Record<string, readonly string[]>> = {
  "resources:ResourceGroup": ["location"], // [provider]

  "authorization:RoleAssignment": ["principalId", "scope"], // [provider]

  "network:VirtualNetwork": ["location"], // [provider]
  "network:PublicIPAddress": ["location", "publicIPAddressVersion", "publicIPPrefix", "sku"], // [provider]
  "network:PrivateEndpoint": ["subnet"], // [provider]

  "privatedns:PrivateZone": ["location"], // [mutability] azure-mgmt-privatedns 2.0.0, PrivateZone
  "privatedns:VirtualNetworkLink": ["location"], // [mutability] azure-mgmt-privatedns 2.0.0, VirtualNetworkLink

  // [provider]
  "containerservice:ManagedCluster": [
    "diskEncryptionSetID",
    "dnsPrefix",
    "fqdnSubdomain",
    "linuxProfile",
    "location",
    "networkProfile.dnsServiceIP",
    "networkProfile.networkDataplane",
    "networkProfile.networkMode",
    "networkProfile.networkPlugin",
    "networkProfile.networkPluginMode",
    "networkProfile.networkPolicy",
    "networkProfile.outboundType",
    "networkProfile.podCidr",
    "networkProfile.serviceCidr",
    "networkProfile.serviceCidrs",
    "nodeResourceGroup",
    "windowsProfile",
  ],
  "containerservice:AgentPool": ["gpuInstanceProfile", "networkProfile.nodePublicIPTags", "vmSize"], // [provider]

  "containerregistry:Registry": ["location"], // [mutability] azure-mgmt-containerregistry 15.1.0b3, TrackedResource

  "managedidentity:UserAssignedIdentity": ["location"], // [mutability] azure-mgmt-msi 8.0.0b2, TrackedResource

  // [mutability] azure-mgmt-postgresqlflexibleservers 3.0.0: TrackedResource, ServerProperties, Backup
  "dbforpostgresql:Server": [
    "administratorLogin",
    "availabilityZone",
    "backup.geoRedundantBackup",
    "location",
    "pointInTimeUTC",
    "sourceServerResourceId",
  ],

  // [mutability] azure-mgmt-sql 5.0.0b2: TrackedResource, ServerProperties. Its object-typed properties (administrators here, identity of
  // a database) carry the same mark, but beside a reference to a type, where the provider's generator does not look.
  "sql:Server": ["administratorLogin", "location"],
  // [mutability] azure-mgmt-sql 5.0.0b2: TrackedResource, DatabaseProperties
  "sql:Database": [
    "catalogCollation",
    "collation",
    "createMode",
    "location",
    "longTermRetentionBackupResourceId",
    "recoverableDatabaseId",
    "recoveryServicesRecoveryPointId",
    "restorableDroppedDatabaseId",
    "restorePointInTime",
    "sampleName",
    "sourceDatabaseDeletionDate",
    "sourceDatabaseId",
    "sourceResourceId",
  ],

  "eventhub:Namespace": ["location"], // [mutability] azure-mgmt-eventhub 12.0.0, EHNamespace

  "operationalinsights:Workspace": ["location"], // [mutability] azure-mgmt-loganalytics 14.0.0, TrackedResource

  "applicationinsights:Component": ["applicationType", "location"], // [mutability] azure-mgmt-applicationinsights 5.0.0b2

  "monitor:AzureMonitorWorkspace": ["location"], // [mutability] azure-mgmt-monitor 8.0.0b3, TrackedResource
  "monitor:DataCollectionEndpoint": ["location"], // [mutability] azure-mgmt-monitor 8.0.0b3, TrackedResource
  "monitor:DataCollectionRule": ["location"], // [mutability] azure-mgmt-monitor 8.0.0b3, TrackedResource
  "monitor:ActionGroup": ["location"], // [mutability] azure-mgmt-monitor 8.0.0b3, TrackedResource
  "monitor:MetricAlert": ["location"], // [mutability] azure-mgmt-monitor 8.0.0b3, TrackedResource

  "storage:StorageAccount": ["isHnsEnabled", "location"], // [provider]
};
