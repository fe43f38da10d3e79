import * as pulumi from "@pulumi/pulumi";
import { isIPv4 } from "node:net";
import * as z from "zod";

/**
 * The stack configuration: one schema, its defaults, and errors that name the key. `Pulumi.yaml` declares the same
 * top-level keys to the engine; docs/configuration.md is generated from here.
 */

/** Matches an IPv4 range such as `10.20.0.0/16`. */
const cidr = z.string().refine(isCidr, { error: "must be an IPv4 range such as 203.0.113.0/24" });
const zone = z.enum(["1", "2", "3"]);
/** A name that is valid as a Kubernetes object, a database and a topic alike. */
const name = z.string().regex(/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/, {
  error: "must be 1 to 40 lower-case letters, digits or dashes, starting with a letter",
});
/** Who may reach a service over the internet: nobody, unless it is spelled out. */
const access = {
  publicNetworkAccess: z
    .boolean()
    .default(false)
    .describe("Let the internet reach it, within allowedIpRanges. The policies refuse true."),
  allowedIpRanges: z
    .array(cidr)
    .min(1)
    .optional()
    .describe("Who may reach it when publicNetworkAccess is true, and only then."),
};

/** Ranges and the switch go together. */
const accessRule = {
  holds: (value: { publicNetworkAccess: boolean; allowedIpRanges?: string[] | undefined }) =>
    value.publicNetworkAccess === (value.allowedIpRanges !== undefined),
  otherwise: {
    path: ["allowedIpRanges"],
    error: "must be given exactly when publicNetworkAccess is true",
  },
};

function isCidr(text: string): boolean {
  const [address = "", bits = "", ...rest] = text.split("/");
  return isIPv4(address) && /^\d{1,2}$/.test(bits) && Number(bits) <= 32 && rest.length === 0;
}

const nodePool = z
  .strictObject({
    vmSize: z.string().default("Standard_D4ds_v5").describe("VM size of the nodes."),
    autoscaling: z
      .boolean()
      .default(true)
      .describe("Let AKS choose the count between minCount and maxCount."),
    count: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe("Number of nodes, when autoscaling is off. Default 3."),
    minCount: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe("Least number of nodes, when autoscaling is on. Default 3."),
    maxCount: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe("Greatest number of nodes, when autoscaling is on. Default 6."),
    zones: z.array(zone).default(["1", "2", "3"]).describe("Availability zones of the nodes."),
    osDiskSizeGb: z.int().min(30).max(2048).default(128).describe("Size of a node's system disk, in GiB."),
  })
  .refine((pool) => pool.autoscaling || (pool.minCount ?? pool.maxCount) === undefined, {
    path: ["autoscaling"],
    error: "must be true where minCount or maxCount is given; without it the pool has count",
  })
  .refine((pool) => !pool.autoscaling || pool.count === undefined, {
    path: ["autoscaling"],
    error: "must be false where count is given; with it the pool has minCount and maxCount",
  })
  .refine((pool) => (pool.minCount ?? 3) <= (pool.maxCount ?? 6), {
    path: ["minCount"],
    error: "must not be greater than maxCount",
  });

const service = z
  .strictObject({
    name: name.describe("Name of the service, its identity and its Kubernetes objects."),
    path: z
      .string()
      .regex(/^\//, { error: "must start with '/'" })
      .describe("Path of its route on the ingress."),
    database: z
      .strictObject({
        engine: z.enum(["postgresql", "sqlserver"]).describe("Which server holds its database."),
        name: name.describe("Name of the database."),
      })
      .describe("Its database; created by the stack."),
    image: z.string().optional().describe("Image to run, with digest or tag. Either this or build."),
    build: z
      .strictObject({
        context: z.string().describe("Folder of the build context, relative to the project."),
        dockerfile: z
          .string()
          .optional()
          .describe("Dockerfile, relative to the project. Default: Dockerfile in the context."),
      })
      .optional()
      .describe("Build context of its image, built and pushed to the registry. Either this or image."),
    minReplicas: z.int().min(1).max(100).default(2).describe("Least number of pods."),
    maxReplicas: z.int().min(1).max(100).default(6).describe("Greatest number of pods."),
    publishes: z.array(name).default([]).describe("Topics that it writes; created by the stack."),
    reads: z
      .array(name)
      .default([])
      .describe("Topics that it reads, each through a consumer group of its own."),
  })
  .refine((entry) => (entry.image === undefined) !== (entry.build === undefined), {
    path: ["image"],
    error: "needs exactly one of image and build",
  })
  .refine((entry) => entry.minReplicas <= entry.maxReplicas, {
    path: ["minReplicas"],
    error: "must not be greater than maxReplicas",
  });

const services = z
  .array(service)
  .min(1)
  .superRefine((entries, context) => {
    const published = new Set(entries.flatMap((entry) => entry.publishes));
    for (const [index, entry] of entries.entries()) {
      if (entries.findIndex((other) => other.name === entry.name) !== index) {
        context.addIssue({
          code: "custom",
          path: [index, "name"],
          message: "is used by an earlier service",
          input: entry.name,
        });
      }
      for (const [position, topic] of entry.reads.entries()) {
        if (published.has(topic)) continue;
        context.addIssue({
          code: "custom",
          path: [index, "reads", position],
          message: `no service publishes it; published: ${[...published].join(", ") || "none"}`,
          input: topic,
        });
      }
    }
  });

const administrators = z.strictObject({
  name: z
    .string()
    .min(1)
    .describe("Display name of the Entra group; PostgreSQL knows its administrators by it."),
  objectId: z.guid().describe("Object id of the Entra group (az ad group show --query id)."),
});

const network = z.strictObject({
  addressSpace: cidr
    .default("10.224.0.0/16")
    .describe("Address space of the virtual network; subnets are planned from it."),
  egress: z
    .enum(["natGateway", "loadBalancer"])
    .default("natGateway")
    .describe("How the nodes reach the internet; loadBalancer is the cheap one."),
});

const cluster = z
  .strictObject({
    tier: z
      .enum(["Free", "Standard", "Premium"])
      .default("Standard")
      .describe("AKS tier; Standard and up have an SLA."),
    kubernetesVersion: z
      .string()
      .regex(/^1\.\d{2}(\.\d{1,2})?$/, { error: "must be a version such as 1.34 or 1.34.2" })
      .optional()
      .describe("Kubernetes version. Default: what AKS offers as its default."),
    private: z.boolean().default(true).describe("Give the API server a private address only."),
    authorizedIpRanges: z
      .array(cidr)
      .min(1)
      .optional()
      .describe("Who may reach the API server of a cluster that is not private."),
    kubeloginMode: z
      .enum(["azurecli", "devicecode", "interactive", "workloadidentity", "spn", "msi"])
      .default("azurecli")
      .describe("How kubelogin signs in for the kubeconfig output."),
    systemPool: nodePool.prefault({}).describe("Pool of the system pods."),
    userPool: nodePool.prefault({}).describe("Pool of the services."),
  })
  .refine((value) => value.private || value.authorizedIpRanges !== undefined, {
    path: ["authorizedIpRanges"],
    error: "must name at least one range when private is false; list your office's or CI's addresses",
  })
  .refine((value) => !value.private || value.authorizedIpRanges === undefined, {
    path: ["authorizedIpRanges"],
    error: "must be left out when private is true: such a cluster has no public address to filter",
  });

const registry = z
  .strictObject({
    sku: z
      .enum(["Basic", "Standard", "Premium"])
      .default("Premium")
      .describe("Private endpoints, zones and retention need Premium."),
    ...access,
    retentionDays: z
      .int()
      .min(0)
      .max(365)
      .default(7)
      .describe("Days that untagged manifests are kept (Premium)."),
  })
  .refine((value) => value.sku === "Premium" || value.publicNetworkAccess, {
    path: ["sku"],
    error: "must be Premium unless publicNetworkAccess is true: only Premium has private endpoints",
  });

const postgres = z.strictObject({
  version: z.enum(["14", "15", "16", "17"]).default("17").describe("Major version."),
  skuName: z
    .string()
    .default("Standard_D2ds_v5")
    .describe("Compute size, such as Standard_B2s or Standard_D4ds_v5."),
  storageGb: z.int().min(32).max(32767).default(128).describe("Storage, in GiB."),
  highAvailability: z
    .enum(["ZoneRedundant", "SameZone", "Disabled"])
    .default("ZoneRedundant")
    .describe("Standby server. Burstable sizes have none."),
  backupRetentionDays: z.int().min(7).max(35).default(14).describe("Days that backups are kept."),
  geoRedundantBackup: z
    .boolean()
    .default(true)
    .describe("Keep backups in the paired region too; fixed at creation."),
});

const sql = z
  .strictObject({
    skuName: z.string().default("GP_Gen5_2").describe("Compute size of each database; GP_S_… is serverless."),
    autoPauseMinutes: z
      .int()
      .min(-1)
      .max(10080)
      .optional()
      .describe("Serverless: idle minutes until it pauses; -1 is never."),
    maxSizeGb: z.int().min(1).max(4096).default(32).describe("Greatest size of each database, in GiB."),
    zoneRedundant: z.boolean().default(true).describe("Spread each database over zones."),
    backupRedundancy: z
      .enum(["Local", "Zone", "Geo", "GeoZone"])
      .default("Geo")
      .describe("Where backups are kept."),
    backupRetentionDays: z
      .int()
      .min(1)
      .max(35)
      .default(14)
      .describe("Days that point-in-time backups are kept."),
    ...access,
  })
  .refine(accessRule.holds, accessRule.otherwise);

const kafka = z
  .strictObject({
    tier: z.enum(["Standard", "Premium"]).default("Standard").describe("Event Hubs tier."),
    capacity: z
      .int()
      .min(1)
      .max(40)
      .default(1)
      .describe("Throughput units (Standard) or processing units (Premium)."),
    maximumThroughputUnits: z
      .int()
      .min(1)
      .max(40)
      .optional()
      .describe("Standard: inflate up to this by load."),
    partitions: z
      .int()
      .min(1)
      .max(32)
      .default(4)
      .describe("Partitions of each topic; Standard cannot change them later."),
    retentionHours: z
      .int()
      .min(1)
      .max(2160)
      .default(168)
      .describe("Hours that a topic keeps events; Standard: at most 168."),
    ...access,
  })
  .refine(accessRule.holds, accessRule.otherwise);

const keyVault = z
  .strictObject({
    sku: z.enum(["standard", "premium"]).default("standard").describe("premium has keys in hardware."),
    softDeleteDays: z
      .int()
      .min(7)
      .max(90)
      .default(90)
      .describe("Days that deleted secrets can be recovered; fixed at creation."),
    ...access,
  })
  .refine(accessRule.holds, accessRule.otherwise);

const observability = z.strictObject({
  retentionDays: z.int().min(30).max(730).default(90).describe("Days that logs are kept."),
  dailyQuotaGb: z.number().min(0.023).optional().describe("Cap on logs per day, in GB."),
  applicationInsights: z.boolean().default(true).describe("Take traces of the services."),
});

const ingress = z.strictObject({
  host: z
    .string()
    .regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, { error: "must be a DNS name in lower case" })
    .optional()
    .describe("Host name of the services. Default: the public IP's name in Azure's domain."),
  tlsSecret: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9.-]+$/, { error: "must be namespace/name of a kubernetes.io/tls Secret" })
    .optional()
    .describe("Wildcard certificate of the ingress, as namespace/name of a Secret."),
  minReplicas: z.int().min(1).max(50).default(2).describe("Least number of controller pods."),
  maxReplicas: z.int().min(1).max(50).default(6).describe("Greatest number of controller pods."),
  zones: z.array(zone).default(["1", "2", "3"]).describe("Zones of the public IP."),
});

/** Every top-level key, as `Pulumi.yaml` declares it too. */
export const stackSchema = z.strictObject({
  administrators: administrators.describe("Entra group that administers cluster, databases and vault."),
  network: network.prefault({}).describe("Virtual network."),
  ingress: ingress.prefault({}).describe("Public IP and NGINX Ingress Controller."),
  cluster: cluster.prefault({}).describe("AKS."),
  registry: registry.prefault({}).describe("Azure Container Registry."),
  postgres: postgres.prefault({}).describe("Azure Database for PostgreSQL, Flexible Server."),
  sql: sql.prefault({}).describe("Azure SQL."),
  kafka: kafka.prefault({}).describe("Kafka link: Event Hubs."),
  keyVault: keyVault.prefault({}).describe("Key Vault."),
  observability: observability
    .prefault({})
    .describe("Log Analytics, Azure Monitor workspace, Application Insights."),
  services: services.describe("The services behind the ingress."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags of every Azure resource."),
  protect: z
    .boolean()
    .default(true)
    .describe("Refuse to delete what holds data: servers, registry, vault, logs."),
  migrated: z
    .boolean()
    .default(false)
    .describe("The stack's state has resources under azure-native types of older API versions: find them."),
});

export type StackConfiguration = z.infer<typeof stackSchema> & {
  /** `azure-native:location`: region of every resource, such as `westeurope`. */
  readonly location: string;
};
export type ServiceConfiguration = StackConfiguration["services"][number];

/** The provider's own key: read here because names in Azure's DNS contain the region. */
const locationKey = "azure-native:location";

/** The mistakes of a stack file, all of them: shown without a stack trace. */
export class ConfigurationError extends pulumi.RunError {}

/**
 * Checks a stack's configuration as a whole.
 *
 * @param raw Every configuration value as the engine hands it over: `project:key` to text; objects and arrays as JSON.
 * @param project Name of the project, whose keys are checked. Other namespaces belong to the providers.
 * @param stack Name of the stack, for the message.
 * @param isSecret Tells the keys whose values no message may show.
 * @throws ConfigurationError that lists every unknown key, wrong value and missing value by name; nothing is registered by then.
 */
export function parseConfiguration(
  raw: Readonly<Record<string, string>>,
  project: string,
  stack: string,
  isSecret: (key: string) => boolean = () => false,
): StackConfiguration {
  const prefix = `${project}:`;
  const own = Object.entries(raw).filter(([key]) => key.startsWith(prefix));
  const values = Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length), fromText(text)]));
  const parsed = stackSchema.safeParse(values, { reportInput: true });
  const location = raw[locationKey];
  if (parsed.success && location !== undefined) return { ...parsed.data, location };
  const lines = (parsed.error?.issues ?? []).flatMap((issue) =>
    describeIssue(issue, prefix, isSecret(`${prefix}${String(issue.path[0] ?? "")}`)),
  );
  if (location === undefined) lines.push(`${locationKey}: missing; a region such as westeurope is required`);
  throw new ConfigurationError(
    [
      `the configuration of stack '${stack}' has ${lines.length} ${lines.length === 1 ? "mistake" : "mistakes"}:`,
      ...lines.map((line) => `  - ${line}`),
      `Edit Pulumi.${stack}.yaml; docs/configuration.md lists every key. Nothing was changed.`,
    ].join("\n"),
  );
}

/** Reads and checks the configuration of the running stack. */
export function loadConfiguration(): StackConfiguration {
  const secret = secretKeys(process.env.PULUMI_CONFIG_SECRET_KEYS ?? "[]");
  return parseConfiguration(pulumi.runtime.allConfig(), pulumi.getProject(), pulumi.getStack(), (key) =>
    secret.includes(key),
  );
}

/** The keys that the engine has decrypted for this program, as it names them in the environment. */
function secretKeys(json: string): string[] {
  return z.array(z.string()).parse(JSON.parse(json));
}

/** The engine hands every value over as text; what is no JSON is text itself, and the schema has its say on it. */
function fromText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** One line per mistake: key, value, what is allowed. */
function describeIssue(issue: z.core.$ZodIssue, prefix: string, secret: boolean): string[] {
  const key = keyOf(issue.path, prefix);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((unknown) => {
      const allowed = allowedKeys(issue.path);
      return `${keyOf([...issue.path, unknown], prefix)}: unknown key; allowed here: ${allowed.join(", ")}`;
    });
  }
  if (issue.input === undefined && issue.code === "invalid_type") {
    return [`${key}: missing; a value of type ${issue.expected} is required`];
  }
  if (issue.input === undefined) return [`${key}: ${issue.message}`];
  const found = secret ? "[secret]" : shortened(issue.input);
  if (issue.code === "invalid_type") return [`${key}: must be of type ${issue.expected}, but is ${found}`];
  return [`${key}: ${issue.message}, but is ${found}`];
}

function keyOf(path: readonly PropertyKey[], prefix: string): string {
  const [head = "", ...rest] = path;
  const tail = rest.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return `${prefix}${String(head)}${tail}`;
}

/** Keys that the schema has at a path. */
function allowedKeys(path: readonly PropertyKey[]): string[] {
  let schema: unknown = stackSchema;
  for (const step of path) {
    schema = unwrapped(schema);
    if (schema instanceof z.ZodObject) schema = Reflect.get(schema.shape, step);
    else if (schema instanceof z.ZodArray) schema = schema.element;
  }
  schema = unwrapped(schema);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** The schema below defaults and optionality. */
function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    return unwrapped(schema.unwrap());
  }
  return schema;
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
