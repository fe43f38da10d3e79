/** The check of `docker.Image`: what must hold before a build is tried, and the digest by which a changed context is noticed. */
import { stat } from "node:fs/promises";
import { arch } from "node:os";
import { join } from "node:path";
import type { CallContext, CheckFailure, CheckResult } from "../provider/implementation.ts";
import { checkInputs } from "../provider/property-spec.ts";
import { Secret, Unknown, unwrap, type PropertyMap } from "../provider/values.ts";
import { contextDigest } from "./build-context.ts";
import { contextOf, dockerfileOf, imageInputs, partOf, textIn } from "./image-inputs.ts";
import { parseImageReference } from "./image-reference.ts";

/** Node's names of processors in Docker's words. */
const architectures: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };

/** Checks the inputs and fills in `build.platform` and `build.contextDigest`. */
export async function checkImage(inputs: PropertyMap, { log }: CallContext): Promise<CheckResult> {
  const failures = checkInputs(inputs, imageInputs);
  if (failures.length > 0) {
    return { inputs, failures };
  }
  failures.push(...checkName(inputs));
  if (unwrap(inputs["build"] ?? null) instanceof Unknown) {
    return { inputs, failures };
  }

  const context = contextOf(inputs);
  const dockerfile = dockerfileOf(inputs);
  let digest: string | Unknown = new Unknown();
  if (context !== undefined && dockerfile !== undefined) {
    failures.push(...(await checkPaths(context, dockerfile)));
    if (failures.length > 0) {
      return { inputs, failures };
    }
    digest = await contextDigest(context, dockerfile);
  }

  const build = { ...partOf(inputs, "build") };
  build["contextDigest"] = digest;
  if (build["platform"] === undefined || build["platform"] === null) {
    const platform = `linux/${architectures[arch()] ?? arch()}`;
    build["platform"] = platform;
    log.info(`build.platform is not set: the image is for ${platform}, like this machine.`);
  }
  return {
    inputs: { ...inputs, build: inputs["build"] instanceof Secret ? new Secret(build) : build },
    failures,
  };
}

/** A name says its registry, unless the image stays on this machine. */
function checkName(inputs: PropertyMap): CheckFailure[] {
  const failures: CheckFailure[] = [];
  const name = textIn(inputs, "imageName");
  const stays = unwrap(inputs["skipPush"] ?? null) === true;
  if (name !== undefined && !stays && parseImageReference(name) === undefined) {
    failures.push({
      property: "imageName",
      reason:
        `'imageName' is ${JSON.stringify(name)}, which is no name with a registry, ` +
        `such as "docker.io/team/idea:1.2"; without a registry only 'skipPush' is possible`,
    });
  }
  return failures;
}

async function checkPaths(context: string, dockerfile: string): Promise<CheckFailure[]> {
  if (/^(\w+:\/\/|git@)/.test(context)) {
    return [
      {
        property: "build.context",
        reason: `'build.context' is ${context}: not implemented in the local docker plugin, a context must be a folder here`,
      },
    ];
  }
  if ((await kindOf(context)) !== "folder") {
    return [
      {
        property: "build.context",
        reason: `'build.context' is ${context}, which is no folder; relative paths count from the folder of Pulumi.yaml`,
      },
    ];
  }
  if ((await kindOf(dockerfile)) !== "file") {
    const inContext = join(context, dockerfile);
    const remedy =
      (await kindOf(inContext)) === "file"
        ? `set it to ${inContext}`
        : "relative paths count from the folder of Pulumi.yaml, not from the context";
    return [
      {
        property: "build.dockerfile",
        reason: `'build.dockerfile' is ${dockerfile}, which is no file: ${remedy}`,
      },
    ];
  }
  return [];
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true ? "folder" : found?.isFile() === true ? "file" : undefined;
}
