import manifest from "./package.json" with { type: "json" };
import { rules } from "./registry.ts";
import { servePack } from "./server/serve.ts";

// No top-level await: the engine's launcher requires this module.
void servePack({
  name: manifest.name,
  version: manifest.version,
  displayName: "Azure platform policies",
  description: manifest.description,
  rules,
});
