/** What the installed SDK has, supported or not. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseToken } from "../token.ts";

/** Where the SDK is installed. */
export const sdkDirectory = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  "../../../../node_modules/@pulumi/azure-native",
);

/** Path of a class's or function's file without its ending; `undefined` when the SDK does not have it. */
export function sdkFile(module: string, name: string, sdk: string = sdkDirectory): string | undefined {
  const index = path.join(sdk, module, "index.d.ts");
  if (!/^[a-z]+$/.test(module) || !/^\w+$/.test(name) || !existsSync(index)) {
    return undefined;
  }
  const match = new RegExp(`import\\("\\./(\\w+)"\\)\\.${name}\\b`).exec(readFileSync(index, "utf8"));
  return match?.[1] === undefined ? undefined : path.join(sdk, module, match[1]);
}

/** Whether the SDK has a resource type or function of this token. */
export function sdkHas(token: string): boolean {
  const { module, name } = parseToken(token);
  return sdkFile(module, name) !== undefined;
}
