/** Type tokens of the SDK: `azure-native:keyvault:Vault`, or `azure-native:keyvault/v20241101:Vault` with an API version. */

/** The parts of a token. */
export interface Token {
  readonly module: string;
  /** As tokens write it, such as `v20241101`; empty when the token has none. */
  readonly version: string;
  /** Name of the resource type or function. */
  readonly name: string;
}

/** A text that is no token of this provider. */
export class MalformedTokenError extends Error {
  constructor(token: string) {
    super(`malformed token '${token}'`);
    this.name = "MalformedTokenError";
  }
}

/** @throws {MalformedTokenError} */
export function parseToken(token: string): Token {
  const [provider, qualifiedModule, name, ...rest] = token.split(":");
  if (provider === undefined || qualifiedModule === undefined || name === undefined || rest.length > 0) {
    throw new MalformedTokenError(token);
  }
  const [module = "", version = ""] = qualifiedModule.split("/");
  return { module, version, name };
}

/** An API version as tokens write it: `2024-01-02-preview` becomes `v20240102preview`. */
export function versionPart(apiVersion: string): string {
  return `v${apiVersion.replace(/^v/, "").replaceAll("-", "")}`;
}

/** The API version behind the version of a token: `v20240102preview` becomes `2024-01-02-preview`. `undefined` for an empty version. */
export function apiVersionOf(version: string): string | undefined {
  const match = /^v(\d{4})(\d{2})(\d{2})(\w+)?$/.exec(version);
  if (match === null) {
    return undefined;
  }
  const [, year, month, day, suffix] = match;
  return [year, month, day, ...(suffix === undefined ? [] : [suffix])].join("-");
}
