/** The plugin `pulumi-resource-docker`. */
import "../provider/compile-cache.ts";

const [{ serveProvider }, { dockerProvider }] = await Promise.all([
  import("../provider/server.ts"),
  import("./provider.ts"),
]);

/** The version of `@pulumi/docker` whose types these are. */
const version = "5.2.0";

await serveProvider("docker", version, dockerProvider(version));
