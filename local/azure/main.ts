/**
 * The plugin `pulumi-resource-azure-native` of the local Azure.
 *
 *     main.ts --state <folder> [the engine's own arguments] <engine address>
 *
 * The folder holds the local Azure's state, such as `.local/azure`; the wrapper script that the engine starts names it.
 */
import { serveProvider } from "../provider/server.ts";
import { localAccount } from "./arm/account.ts";
import { AzureProvider } from "./provider/azure-provider.ts";
import { sdkVersion } from "./provider/sdk-version.ts";

const flag = process.argv.indexOf("--state");
const stateDirectory = flag < 0 ? undefined : process.argv[flag + 1];
if (stateDirectory === undefined) {
  console.error(
    "error: --state is missing: name the folder of the local Azure, such as --state .local/azure",
  );
  process.exit(1);
}

const provider = new AzureProvider({
  subscriptionId: localAccount.subscriptionId,
  // Loaded when it is needed: the engine waits for the port first.
  open: async () => {
    const { openArm } = await import("./arm/open.ts");
    return openArm({ stateDirectory });
  },
});

// As in the real provider, the engine keeps secrets and references to resources to itself.
await serveProvider("azure-native", sdkVersion(), provider, {
  autonaming: true,
  acceptsSecrets: false,
  acceptsResources: false,
});
