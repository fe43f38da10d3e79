import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "acr-no-cache-rules",
  title: "ACR caches nothing from other registries",
  severity: "low",
  enforcement: "disabled",
  description:
    "A cache rule lets images in that nobody has looked at, under the name of one's own registry. Off by default, because a cache is also what keeps a cluster running when the other registry is away.",
  remediation: "Remove the cache rule, and import the images that are needed.",
  references: {
    catalogue: ["ACR-17"],
    azurePolicy: ["84497762"],
    nist: ["CM-7", "CM-11", "SR-11"],
    docs: ["https://learn.microsoft.com/azure/container-registry/artifact-cache-overview"],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  reads: ["azure-native:containerregistry:CacheRule"],
  *check(stack) {
    for (const rule of stack.ofType("azure-native:containerregistry:CacheRule"))
      yield { path: "", message: "the cache rule lets images of another registry in", resource: rule };
  },
});
