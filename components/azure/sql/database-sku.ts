/** A SKU of an Azure SQL database as Azure takes it. */
export interface DatabaseSku {
  readonly name: string;
  readonly tier: string;
  /** Hardware generation; absent with the DTU tiers. */
  readonly family?: string;
  /** Virtual cores, or DTUs. */
  readonly capacity: number;
  /** Whether it pauses and scales by itself. */
  readonly serverless: boolean;
}

const coreTiers: Readonly<Record<string, string>> = {
  GP: "GeneralPurpose",
  BC: "BusinessCritical",
  HS: "Hyperscale",
};

/** DTUs of the Standard and Premium tiers; https://learn.microsoft.com/azure/azure-sql/database/resource-limits-dtu-single-databases */
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

/**
 * Takes a SKU name apart, as the portal and the CLI write it: GP_Gen5_2, GP_S_Gen5_1, BC_Gen5_4, HS_Gen5_2, Basic, S0 to S12, P1
 * to P15. Azure answers with the parts, so writing the whole name would show as drift.
 *
 * @returns undefined when the name is no SKU
 */
export function databaseSku(skuName: string): DatabaseSku | undefined {
  const cores = /^(GP|BC|HS)(_S)?_(Gen5|DC|PRMS|MOPRMS)_(\d+)$/.exec(skuName);
  if (cores !== null) {
    const [, tier = "", serverless, family = "", capacity] = cores;
    if (serverless !== undefined && tier === "BC") {
      return undefined;
    }
    return {
      name: `${tier}${serverless ?? ""}_${family}`,
      tier: coreTiers[tier] ?? "",
      family,
      capacity: Number(capacity),
      serverless: serverless !== undefined,
    };
  }
  if (skuName === "Basic") {
    return { name: "Basic", tier: "Basic", capacity: 5, serverless: false };
  }
  const capacity = Object.hasOwn(dtus, skuName) ? dtus[skuName] : undefined;
  if (capacity === undefined) {
    return undefined;
  }
  const tier = skuName.startsWith("S") ? "Standard" : "Premium";
  return { name: tier, tier, capacity, serverless: false };
}
