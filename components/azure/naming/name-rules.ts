/**
 * What Azure accepts as a resource name.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export interface NameRule {
  /** What is named, for messages. */
  readonly subject: string;
  readonly minLength: number;
  readonly maxLength: number;
  /** Joins the words of a name; empty where only letters and digits are allowed. */
  readonly separator: "-" | "";
  /** What a whole name must match. */
  readonly pattern: RegExp;
}

/** Rules of the types whose names are unique in all of Azure (or, for a DNS label, in a region). */
export const nameRules = {
  /** PSRule Azure.ACR.Name: 5 to 50 letters and digits; lower case, because the login server is. */
  containerRegistry: {
    subject: "container registry",
    minLength: 5,
    maxLength: 50,
    separator: "",
    pattern: /^[a-z0-9]{5,50}$/,
  },
  /** PSRule Azure.KeyVault.Name: 3 to 24, letters, digits and single hyphens, first a letter. */
  keyVault: {
    subject: "key vault",
    minLength: 3,
    maxLength: 24,
    separator: "-",
    pattern: /^(?=.{3,24}$)[A-Za-z](?:-?[A-Za-z0-9])*$/,
  },
  /** PSRule Azure.PostgreSQL.ServerName: 3 to 63, lower case letters, digits and hyphens inside. */
  postgresServer: {
    subject: "PostgreSQL server",
    minLength: 3,
    maxLength: 63,
    separator: "-",
    pattern: /^[a-z0-9](?:[a-z0-9-]{1,61})[a-z0-9]$/,
  },
  /** PSRule Azure.SQL.ServerName: 1 to 63, lower case letters, digits and hyphens inside. */
  sqlServer: {
    subject: "SQL server",
    minLength: 1,
    maxLength: 63,
    separator: "-",
    pattern: /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  },
  /** 6 to 50, letters, digits and hyphens, first a letter, last a letter or digit. */
  eventHubsNamespace: {
    subject: "Event Hubs namespace",
    minLength: 6,
    maxLength: 50,
    separator: "-",
    pattern: /^[A-Za-z][A-Za-z0-9-]{4,48}[A-Za-z0-9]$/,
  },
  /** PSRule Azure.PublicIP.DNSLabel: 3 to 63, lower case letters, digits and hyphens, first a letter. */
  publicIpDnsLabel: {
    subject: "DNS label of a public IP address",
    minLength: 3,
    maxLength: 63,
    separator: "-",
    pattern: /^[a-z][a-z0-9-]{1,61}[a-z0-9]$/,
  },
} as const satisfies Record<string, NameRule>;
