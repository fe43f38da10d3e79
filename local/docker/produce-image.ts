/** Building and pushing an image, where that is possible, and saying so where it is not. */
import { ProviderError } from "../provider/errors.ts";
import type { CallContext } from "../provider/implementation.ts";
import { contextDigest } from "./build-context.ts";
import { DockerCommandError, type DockerEngine } from "./docker-engine.ts";
import { imageDigest, type ImageBuild } from "./image-inputs.ts";
import { parseImageReference } from "./image-reference.ts";
import { registryAnswers } from "./registry.ts";
import { withCredentials, type RegistryCredentials } from "./registry-credentials.ts";

/**
 * Builds the image, pushes it unless it is to stay, and returns what identifies it: the reference by digest of a pushed image, the id of one that
 * stays. Without a Docker engine, or when the registry does not answer, it builds nothing, says why, and returns a reference with the digest of what the image
 * would have been built from.
 */
export async function produceImage(
  build: ImageBuild,
  engine: DockerEngine,
  context: CallContext,
): Promise<string> {
  const reason = await obstacle(build, engine, context.signal);
  if (reason !== undefined) {
    context.log.warning(
      `${build.imageName} was not built: ${reason}. Its digest is the one of its build context.`,
    );
    const digest = imageDigest(build, await contextDigest(build.context, build.dockerfile));
    return `${repositoryOf(build)}@sha256:${digest}`;
  }
  const options = {
    signal: context.signal,
    secrets: secretsOf(build),
    onLine: (line: string) => context.log.status(line),
  };
  try {
    return await withCredentials(credentialsOf(build, context), async (environment) => {
      await engine.build(build, { ...options, environment });
      if (!build.push) {
        return engine.imageId(build.imageName, options);
      }
      await engine.push(build.imageName, { ...options, environment });
      return engine.repoDigest(build.imageName, repositoryOf(build), options);
    });
  } catch (error) {
    if (error instanceof DockerCommandError) {
      throw new ProviderError(`${build.imageName}: ${error.message}`, "aborted");
    }
    throw error;
  }
}

/** Why the image cannot be built and pushed here. */
async function obstacle(
  build: ImageBuild,
  engine: DockerEngine,
  signal: AbortSignal,
): Promise<string | undefined> {
  const [unavailable, answers] = await Promise.all([
    engine.unavailable(signal),
    build.push ? registryAnswers(registryOf(build), signal) : true,
  ]);
  return unavailable ?? (answers ? undefined : `the registry ${registryOf(build)} does not answer`);
}

/** The registry that the image's name says; the check has made sure of it where it matters. */
export function registryOf(build: ImageBuild): string {
  return parseImageReference(build.imageName)?.registry ?? "";
}

function repositoryOf(build: ImageBuild): string {
  return parseImageReference(build.imageName)?.repository ?? build.imageName.replace(/[:@][^/]*$/, "");
}

/** The program's credentials, when it gives both parts; else the user's own apply. */
function credentialsOf(build: ImageBuild, { log }: CallContext): RegistryCredentials | undefined {
  const { server, username, password } = build.registry;
  if (username && password) {
    return { registry: hostOf(server) ?? registryOf(build), username, password };
  }
  if (username || password) {
    const missing = username ? "password" : "username";
    log.warning(`registry.${missing} is not set: the credentials of the Docker configuration are used.`);
  }
  return undefined;
}

/** The host in an address such as `https://registry.example.com/v1/`. */
function hostOf(server: string | undefined): string | undefined {
  return server?.replace(/^https?:\/\//, "").replace(/\/.*$/, "") || undefined;
}

function secretsOf(build: ImageBuild): string[] {
  const { password } = build.registry;
  return [...[...build.secretArgs].map((name) => build.args[name] ?? ""), ...(password ? [password] : [])];
}
