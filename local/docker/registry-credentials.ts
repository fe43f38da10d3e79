/** Credentials for one registry, given to the `docker` command without `docker login`, which would keep them. */
import { mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** Credentials that the program gives. */
export interface RegistryCredentials {
  /** Host, with a port when it has one. */
  readonly registry: string;
  readonly username: string;
  readonly password: string;
}

/**
 * Calls back with the environment in which `docker` uses the credentials: a configuration folder that is the user's own but for this registry, readable by
 * this user alone, and gone afterwards.
 */
export async function withCredentials<Result>(
  credentials: RegistryCredentials | undefined,
  run: (environment: NodeJS.ProcessEnv) => Promise<Result>,
): Promise<Result> {
  if (credentials === undefined) {
    return run({});
  }
  const folder = await mkdtemp(join(tmpdir(), "docker-config-"));
  try {
    const own = process.env["DOCKER_CONFIG"] ?? join(homedir(), ".docker");
    for (const entry of await readdir(own).catch(() => [])) {
      // Contexts and command-line plugins are found by this folder, too.
      if (entry !== "config.json") {
        await symlink(join(own, entry), join(folder, entry));
      }
    }
    const text = await readFile(join(own, "config.json"), "utf8").catch(() => "{}");
    await writeFile(join(folder, "config.json"), configurationWith(text, credentials), { mode: 0o600 });
    return await run({ DOCKER_CONFIG: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The configuration with these credentials in place of whatever it has for the registry. */
export function configurationWith(
  text: string,
  { registry, username, password }: RegistryCredentials,
): string {
  const parsed: unknown = JSON.parse(text);
  const configuration = isObject(parsed) ? parsed : {};
  const auth = Buffer.from(`${username}:${password}`).toString("base64");
  // Docker Hub is known by its old address.
  const server = /^(index\.)?docker\.io$/.test(registry) ? "https://index.docker.io/v1/" : registry;
  return JSON.stringify({
    ...configuration,
    auths: { ...objectIn(configuration, "auths"), [server]: { auth } },
    // An empty helper for this registry keeps a general credsStore from being asked.
    credHelpers: { ...objectIn(configuration, "credHelpers"), [server]: "" },
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectIn(object: Record<string, unknown>, key: string): Record<string, unknown> {
  const value = object[key];
  return isObject(value) ? value : {};
}
