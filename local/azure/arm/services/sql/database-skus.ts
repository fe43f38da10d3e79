/** What a service objective stands for. */
export interface DatabaseSku {
  readonly name: string;
  readonly tier: string;
  readonly family?: string;
  /** DTUs or vCores. */
  readonly capacity: number;
  readonly serverless: boolean;
  readonly maxSizeBytes: number;
  readonly zones: boolean;
}

const GIB = 1024 ** 3;

/** DTUs of the Standard and Premium objectives. */
const dtus: Readonly<Record<string, number>> = {
  S0: 10,
  S1: 20,
  S2: 50,
  S3: 100,
  S4: 200,
  S6: 400,
  S7: 800,
  S9: 1600,
  S12: 3000,
  P1: 125,
  P2: 250,
  P4: 500,
  P6: 1000,
  P11: 1750,
  P15: 4000,
};

const tiers: Readonly<Record<string, string>> = {
  GP: "GeneralPurpose",
  BC: "BusinessCritical",
  HS: "Hyperscale",
};

/** Reads a service objective such as `GP_S_Gen5_1`, `BC_Gen5_4`, `S0`; undefined for what is none. */
export function parseDatabaseSku(objective: string, capacity?: number): DatabaseSku | undefined {
  if (objective === "Basic")
    return {
      name: "Basic",
      tier: "Basic",
      capacity: 5,
      serverless: false,
      maxSizeBytes: 2 * GIB,
      zones: false,
    };
  const units = dtus[objective];
  if (units !== undefined || objective === "Standard" || objective === "Premium") {
    const premium = objective.startsWith("P");
    const tier = premium ? "Premium" : "Standard";
    const max = premium ? 500 * GIB : 250 * GIB;
    return {
      name: tier,
      tier,
      capacity: units ?? capacity ?? (premium ? 125 : 10),
      serverless: false,
      maxSizeBytes: max,
      zones: premium,
    };
  }
  const match = /^(GP|BC|HS)(_S)?_(Gen5|Fsv2|DC|MOPRMS|PRMS)(?:_(\d+))?$/i.exec(objective);
  if (match === null) return undefined;
  const [, tier = "", serverless, family = "", cores] = match;
  const vcores = Number(cores ?? capacity ?? 2);
  return {
    name: `${tier.toUpperCase()}${serverless === undefined ? "" : "_S"}_${family}`,
    tier: tiers[tier.toUpperCase()] ?? "",
    family,
    capacity: vcores,
    serverless: serverless !== undefined,
    maxSizeBytes: 32 * GIB,
    zones: true,
  };
}

/** The objective as Azure names it: `GP_S_Gen5_1`. */
export function objectiveOf(sku: DatabaseSku): string {
  if (sku.tier === "Basic") return "Basic";
  if (sku.family === undefined)
    return (
      Object.entries(dtus).find(
        ([name, units]) => units === sku.capacity && name.startsWith(sku.tier.charAt(0)),
      )?.[0] ?? sku.name
    );
  return `${sku.name}_${sku.capacity}`;
}
