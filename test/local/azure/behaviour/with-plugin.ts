import type { PropertyMap } from "../../../../local/provider/values.ts";
import type { ArmService } from "../../../../local/azure/arm/service.ts";
import { AzurePlugin } from "../provider/azure-plugin.ts";

/** Runs something against a configured provider over gRPC, and stops it whatever happens. */
export async function withPlugin<T>(
  arm: ArmService | undefined,
  run: (azure: AzurePlugin) => Promise<T>,
  configuration: PropertyMap = {},
): Promise<T> {
  const azure = await AzurePlugin.start(arm);
  try {
    await azure.configure(configuration);
    return await run(azure);
  } finally {
    await azure.stop();
  }
}
