import * as pulumi from "@pulumi/pulumi";
import { AdministratorsMicrosoftEntra } from "@pulumi/azure-native/dbforpostgresql/administratorsMicrosoftEntra.js";
import { Configuration } from "@pulumi/azure-native/dbforpostgresql/configuration.js";
import { Database } from "@pulumi/azure-native/dbforpostgresql/database.js";
import { Server } from "@pulumi/azure-native/dbforpostgresql/server.js";
import type { DirectoryPrincipalType } from "../identity/role-assignment.ts";
import { acceptableName } from "../naming/name-check.ts";
import { nameRules } from "../naming/name-rules.ts";
import { stackName } from "../naming/stack-name.ts";
import { refuse } from "../refusals/refusal.ts";
import { serverParameters } from "./server-parameters.ts";
import { PostgresHighAvailability, postgresRefusals, tierOf } from "./server-profile.ts";

/** An Entra principal that administers a server. */
export interface PostgresAdministratorArgs {
  /** Name of the entry, unique in the list. */
  name: string;
  /** Object id of the principal. */
  objectId: pulumi.Input<string>;
  /** Name of the principal, also its role in the database. */
  principalName: pulumi.Input<string>;
  /** Kind of the principal; a group where there is a choice. */
  principalType: DirectoryPrincipalType;
}

/** A login with a password, for clients that cannot use Entra tokens. */
export interface PostgresPasswordArgs {
  /** Name of the login. */
  administratorLogin: string;
  /** Password; kept as a secret. */
  administratorPassword: pulumi.Input<string>;
}

/** When Azure may maintain a server. */
export interface PostgresMaintenanceArgs {
  /** Day of the week, 0 for Sunday to 6. */
  dayOfWeek: number;
  /** Hour in UTC. */
  startHour: number;
  /** Minute. Default: 0. */
  startMinute?: number;
}

/** A database of a server. */
export interface PostgresDatabaseArgs {
  /** Name of the database. */
  name: string;
  /** Character set. Default: UTF8. */
  charset?: string;
  /** Collation. Default: en_US.utf8. */
  collation?: string;
}

/** Arguments of {@link PostgresFlexibleServer}. */
export interface PostgresFlexibleServerArgs {
  /** Resource group of the server. */
  resourceGroupName: pulumi.Input<string>;
  /** Region. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Name, unique in Azure: 3 to 63 lower case letters, digits and hyphens. Default: component's name and a hash of project and stack. */
  serverName?: string;
  /** Major version of PostgreSQL. Default: 17. */
  postgresVersion?: string;
  /** SKU. Default: Standard_D2ds_v5. */
  skuName?: string;
  /** Storage in GiB; grows by itself. Default: 128. */
  storageGb?: number;
  /** Id of a subnet that is delegated to PostgreSQL flexible servers. There is no public access. */
  delegatedSubnetId: pulumi.Input<string>;
  /** Id of the private DNS zone in which the server registers. */
  privateDnsZoneId: pulumi.Input<string>;
  /** Entra tenant of the administrators. */
  tenantId: pulumi.Input<string>;
  /** Administrators; at least one. */
  entraAdministrators: PostgresAdministratorArgs[];
  /** A login with a password. Default: none, and password authentication is off (PSRule Azure.PostgreSQL.AADOnly). */
  passwordLogin?: PostgresPasswordArgs;
  /** Where the standby runs. Default: ZoneRedundant (PSRule Azure.PostgreSQL.ZoneRedundantHA). */
  highAvailability?: PostgresHighAvailability;
  /** Zone of the server, "1", "2" or "3". Default: Azure chooses. */
  availabilityZone?: string;
  /** Zone of the standby. Default: Azure chooses. */
  standbyZone?: string;
  /** Days for which backups are kept, 7 to 35. Default: 14. */
  backupRetentionDays?: number;
  /** Whether backups are kept in the paired region too; cannot be changed later. Default: true (CKV_AZURE_136). */
  geoRedundantBackup?: boolean;
  /** When Azure may maintain the server. Default: Sunday 02:00 UTC (PSRule Azure.PostgreSQL.MaintenanceWindow). */
  maintenanceWindow?: PostgresMaintenanceArgs;
  /** Databases. Default: none. */
  databases?: PostgresDatabaseArgs[];
  /** Server parameters, over the secure defaults: TLS 1.2, logged connections, throttling, pgAudit, PgBouncer. Default: none. */
  parameters?: Record<string, string>;
  /** Whether Pulumi refuses to delete or replace the server and its databases. Default: false. */
  protect?: boolean;
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/**
 * An Azure Database for PostgreSQL flexible server inside the network, with Entra authentication.
 * Token: azure-platform:index:PostgresFlexibleServer.
 */
export class PostgresFlexibleServer extends pulumi.ComponentResource {
  /** Id of the server. */
  readonly serverId: pulumi.Output<string>;
  /** Name of the server. */
  readonly serverName: pulumi.Output<string>;
  /** Host name of the server, known inside the network. */
  readonly host: pulumi.Output<string>;
  /** Port of the server. */
  readonly port: pulumi.Output<number>;

  constructor(name: string, args: PostgresFlexibleServerArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("PostgresFlexibleServer", name, [
      ...acceptableName("serverName", args.serverName, nameRules.postgresServer),
      ...postgresRefusals(args),
    ]);
    const password =
      args.passwordLogin === undefined ? undefined : pulumi.secret(args.passwordLogin.administratorPassword);
    const inputs: PostgresFlexibleServerArgs =
      args.passwordLogin === undefined || password === undefined
        ? args
        : { ...args, passwordLogin: { ...args.passwordLogin, administratorPassword: password } };
    super("azure-platform:index:PostgresFlexibleServer", name, inputs, opts);

    const { resourceGroupName, tags, protect } = args;
    const skuName = args.skuName ?? "Standard_D2ds_v5";
    const tier = tierOf(skuName) ?? "GeneralPurpose";
    const window = args.maintenanceWindow ?? { dayOfWeek: 0, startHour: 2 };

    const server = new Server(
      `${name}-server`,
      {
        resourceGroupName,
        location: args.location,
        tags,
        serverName: args.serverName ?? stackName(nameRules.postgresServer, name),
        version: args.postgresVersion ?? "17",
        createMode: "Default",
        sku: { name: skuName, tier },
        storage: { storageSizeGB: args.storageGb ?? 128, autoGrow: "Enabled" },
        // CKV2_AZURE_57 and Azure Policy 5e1de0e3: reached from inside the network only.
        network: {
          delegatedSubnetResourceId: args.delegatedSubnetId,
          privateDnsZoneArmResourceId: args.privateDnsZoneId,
          publicNetworkAccess: "Disabled",
        },
        authConfig: {
          activeDirectoryAuth: "Enabled",
          passwordAuth: args.passwordLogin === undefined ? "Disabled" : "Enabled",
          tenantId: args.tenantId,
        },
        administratorLogin: args.passwordLogin?.administratorLogin,
        administratorLoginPassword: password,
        highAvailability: {
          mode: args.highAvailability ?? PostgresHighAvailability.ZoneRedundant,
          standbyAvailabilityZone: args.standbyZone,
        },
        availabilityZone: args.availabilityZone,
        backup: {
          backupRetentionDays: args.backupRetentionDays ?? 14,
          geoRedundantBackup: (args.geoRedundantBackup ?? true) ? "Enabled" : "Disabled",
        },
        maintenanceWindow: {
          customWindow: "Enabled",
          dayOfWeek: window.dayOfWeek,
          startHour: window.startHour,
          startMinute: window.startMinute ?? 0,
        },
      },
      { parent: this, protect },
    );

    // A flexible server does one thing at a time and fails what comes in between, so its parts follow one another:
    // https://github.com/pulumi/pulumi-azure-native/issues/2916
    let previous: pulumi.Resource = server;
    const next = (): pulumi.CustomResourceOptions => ({ parent: this, dependsOn: [previous] });
    for (const administrator of args.entraAdministrators) {
      previous = new AdministratorsMicrosoftEntra(
        `${name}-administrator-${administrator.name}`,
        {
          resourceGroupName,
          serverName: server.name,
          objectId: administrator.objectId,
          principalName: administrator.principalName,
          principalType: administrator.principalType,
          tenantId: args.tenantId,
        },
        next(),
      );
    }
    for (const database of args.databases ?? []) {
      previous = new Database(
        `${name}-database-${database.name}`,
        {
          resourceGroupName,
          serverName: server.name,
          databaseName: database.name,
          charset: database.charset ?? "UTF8",
          collation: database.collation ?? "en_US.utf8",
        },
        { ...next(), protect },
      );
    }
    for (const [parameter, value] of serverParameters(tier !== "Burstable", args.parameters)) {
      previous = new Configuration(
        `${name}-parameter-${parameter}`,
        {
          resourceGroupName,
          serverName: server.name,
          configurationName: parameter,
          value,
          source: "user-override",
        },
        next(),
      );
    }

    this.serverId = server.id;
    this.serverName = server.name;
    this.host = server.fullyQualifiedDomainName;
    this.port = pulumi.output(5432);
    this.registerOutputs({
      serverId: this.serverId,
      serverName: this.serverName,
      host: this.host,
      port: this.port,
    });
  }
}
