/** The inputs of `docker.Image`, read into what a build needs. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { PropertySpecs } from "../provider/property-spec.ts";
import { Secret, Unknown, containsSecret, isMap, unwrap, type PropertyMap } from "../provider/values.ts";

/** The inputs, as `@pulumi/docker` 5.2 has them, and the digest that the check adds. */
export const imageInputs: PropertySpecs = {
  imageName: { type: "string", required: true },
  build: {
    type: {
      object: {
        addHosts: { type: { list: "string" } },
        args: { type: { map: "string" } },
        builderVersion: { type: "string", oneOf: ["BuilderV1", "BuilderBuildKit"] },
        cacheFrom: { type: { object: { images: { type: { list: "string" }, required: true } } } },
        context: { type: "string" },
        contextDigest: { type: "string" },
        dockerfile: { type: "string" },
        network: { type: "string" },
        platform: { type: "string" },
        target: { type: "string" },
      },
    },
  },
  buildOnPreview: { type: "boolean", default: false },
  registry: {
    type: {
      object: {
        server: { type: "string" },
        username: { type: "string" },
        password: { type: "string", secret: true },
      },
    },
  },
  skipPush: { type: "boolean", default: false },
};

/** The outputs, as `@pulumi/docker` 5.2 has them. */
export const imageOutputs: PropertySpecs = {
  baseImageName: { type: "string", required: true },
  context: { type: "string", required: true },
  dockerfile: { type: "string", required: true },
  imageName: { type: "string", required: true },
  platform: { type: "string" },
  registryServer: { type: "string", required: true },
  repoDigest: { type: "string", required: true },
};

/** An image to build. Everything is known. */
export interface ImageBuild {
  readonly imageName: string;
  /** Path of the context, relative to the program's folder. */
  readonly context: string;
  /** Path of the Dockerfile, relative to the program's folder. */
  readonly dockerfile: string;
  readonly args: Readonly<Record<string, string>>;
  /** Names of the arguments whose values are secret. */
  readonly secretArgs: ReadonlySet<string>;
  readonly platform: string | undefined;
  readonly target: string | undefined;
  readonly network: string | undefined;
  readonly addHosts: readonly string[];
  readonly cacheFrom: readonly string[];
  /** Whether to build with BuildKit. */
  readonly buildKit: boolean;
  readonly push: boolean;
  readonly registry: {
    readonly server: string | undefined;
    readonly username: string | undefined;
    readonly password: string | undefined;
  };
}

/** Where the context is: `.` by default; `undefined` while it is not known. */
export function contextOf(inputs: PropertyMap): string | undefined {
  return knownText(partOf(inputs, "build"), "context", ".");
}

/** Where the Dockerfile is: in the context by default; `undefined` while it is not known. */
export function dockerfileOf(inputs: PropertyMap): string | undefined {
  const context = contextOf(inputs);
  return context === undefined
    ? undefined
    : knownText(partOf(inputs, "build"), "dockerfile", join(context, "Dockerfile"));
}

/** Reads checked inputs, in which nothing is unknown any more. */
export function readImageBuild(inputs: PropertyMap): ImageBuild {
  const build = partOf(inputs, "build") ?? {};
  const registry = partOf(inputs, "registry") ?? {};
  const args = partOf(build, "args") ?? {};
  // The whole object is secret when the program wraps it as a whole.
  const allSecret = inputs["build"] instanceof Secret || build["args"] instanceof Secret;
  return {
    imageName: textIn(inputs, "imageName") ?? "",
    context: contextOf(inputs) ?? ".",
    dockerfile: dockerfileOf(inputs) ?? "Dockerfile",
    args: Object.fromEntries(Object.keys(args).map((name) => [name, textIn(args, name) ?? ""])),
    secretArgs: new Set(Object.keys(args).filter((name) => allSecret || containsSecret(args[name]))),
    platform: textIn(build, "platform"),
    target: textIn(build, "target"),
    network: textIn(build, "network"),
    addHosts: textsIn(build, "addHosts"),
    cacheFrom: textsIn(partOf(build, "cacheFrom") ?? {}, "images"),
    buildKit: textIn(build, "builderVersion") !== "BuilderV1",
    push: unwrap(inputs["skipPush"] ?? false) !== true,
    registry: {
      server: textIn(registry, "server"),
      username: textIn(registry, "username"),
      password: textIn(registry, "password"),
    },
  };
}

/**
 * SHA-256 in lower-case hex of what decides the image: the context and the options of the build. Values of secret arguments do not count, because
 * a digest of a short secret can be guessed back.
 */
export function imageDigest(build: ImageBuild, digestOfContext: string): string {
  const args = Object.entries(build.args)
    .filter(([name]) => !build.secretArgs.has(name))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const decisive = [
    digestOfContext,
    args,
    [...build.secretArgs].sort(),
    build.platform ?? null,
    build.target ?? null,
  ];
  return createHash("sha256").update(JSON.stringify(decisive)).digest("hex");
}

/** An object inside of the properties; `undefined` while it is not set or not known. */
export function partOf(properties: PropertyMap, name: string): PropertyMap | undefined {
  const value = unwrap(properties[name] ?? null);
  return isMap(value) ? value : undefined;
}

/** A text inside of the properties; `undefined` while it is not set or not known. */
export function textIn(properties: PropertyMap, name: string): string | undefined {
  const value = unwrap(properties[name] ?? null);
  return typeof value === "string" ? value : undefined;
}

function textsIn(properties: PropertyMap, name: string): string[] {
  const value = unwrap(properties[name] ?? null);
  return Array.isArray(value) ? value.map(unwrap).filter((item) => typeof item === "string") : [];
}

/** A text that may be unknown, or absent and then has a default. */
function knownText(properties: PropertyMap | undefined, name: string, absent: string): string | undefined {
  const value = unwrap(properties?.[name] ?? null);
  if (value instanceof Unknown) {
    return undefined;
  }
  return typeof value === "string" && value !== "" ? value : absent;
}
