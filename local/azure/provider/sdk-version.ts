import { readFileSync } from "node:fs";
import path from "node:path";
import { sdkDirectory } from "../metadata/sdk/installed.ts";

/** Version of the installed SDK, which is the version of this provider. */
export function sdkVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(sdkDirectory, "package.json"), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) {
    return String(manifest.version);
  }
  throw new Error(`${sdkDirectory} is no npm package: run npm install`);
}
