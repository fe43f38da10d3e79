/** Compute sizes by tier: learn.microsoft.com/azure/postgresql/flexible-server/concepts-compute */
const patterns: Readonly<Record<string, RegExp>> = {
  burstable: /^(Standard_)?B(1ms|2s|2ms|4ms|8ms|12ms|16ms|20ms)$/i,
  generalpurpose: /^(Standard_)?D(2|4|8|16|32|48|64|96)(s_v3|ds_v4|ds_v5|ads_v5|ds_v6|ads_v6)$/i,
  memoryoptimized: /^(Standard_)?E(2|4|8|16|20|32|48|64|96)(s_v3|ds_v4|ds_v5|ads_v5|ds_v6|ads_v6)$/i,
};

/** Whether a compute size is one of a tier. */
export function isPostgresSize(name: string, tier: string): boolean {
  return patterns[tier.toLowerCase()]?.test(name) === true;
}
