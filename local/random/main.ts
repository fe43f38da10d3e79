/** The plugin `pulumi-resource-random`. */
import "../provider/compile-cache.ts";

const [{ serveProvider }, { randomProvider }] = await Promise.all([
  import("../provider/server.ts"),
  import("./provider.ts"),
]);

/** The version of `@pulumi/random` whose types these are. */
const version = "4.21.2";

await serveProvider("random", version, randomProvider(version));
