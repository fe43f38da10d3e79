/**
 * A provider plugin that takes any resource, so that the engine plans what a provider of ours does not know:
 *
 *     accepting-provider.ts <package> [the engine's own arguments] <engine address>
 */
import { serveProvider } from "../../../local/provider/server.ts";

const [name = "any"] = process.argv.slice(2);

await serveProvider(name, "1.0.0", {
  check: ({ inputs }) => Promise.resolve({ inputs }),
  create({ preview }) {
    if (!preview) throw new Error("this provider plans only, it creates nothing");
    return Promise.resolve({ outputs: {} });
  },
});
