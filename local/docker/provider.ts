/** The provider of the package `docker`, as far as an image of a service needs it. */
import { relative } from "node:path";
import { differencesOf } from "../provider/differences.ts";
import { NotImplementedError } from "../provider/errors.ts";
import type { CallContext, ProviderImplementation } from "../provider/implementation.ts";
import { packageSchema, type ResourceSpec } from "../provider/package-schema.ts";
import { checkInputs, withDefaults, type PropertySpecs } from "../provider/property-spec.ts";
import {
  Secret,
  Unknown,
  containsSecret,
  containsUnknown,
  isMap,
  secret,
  unwrap,
  type PropertyMap,
  type PropertyValue,
} from "../provider/values.ts";
import { checkImage } from "./check-image.ts";
import { DockerEngine } from "./docker-engine.ts";
import {
  contextOf,
  dockerfileOf,
  imageInputs,
  imageOutputs,
  partOf,
  readImageBuild,
  textIn,
} from "./image-inputs.ts";
import { parseImageReference } from "./image-reference.ts";
import { produceImage } from "./produce-image.ts";

const imageType = "docker:index/image:Image";

const resources: ReadonlyMap<string, ResourceSpec> = new Map([
  [
    imageType,
    { description: "An image that is built from a folder.", inputs: imageInputs, outputs: imageOutputs },
  ],
]);

/** The configuration that is understood. */
const configuration: PropertySpecs = {
  host: { type: "string" },
  version: { type: "string" },
  pluginDownloadURL: { type: "string" },
};

/** The provider. */
export function dockerProvider(version: string): ProviderImplementation {
  let engine = new DockerEngine();
  return {
    getSchema: () =>
      Promise.resolve(packageSchema("docker", version, "Images that are built from folders.", resources)),

    checkConfig: ({ inputs }) => Promise.resolve({ inputs, failures: checkInputs(inputs, configuration) }),

    configure: ({ inputs }) => {
      engine = new DockerEngine(textIn(inputs, "host"));
      return Promise.resolve();
    },

    check: ({ type, inputs }, context) => {
      requireImage(type);
      return checkImage(inputs, context);
    },

    diff: ({ type, oldInputs, inputs }) => {
      requireImage(type);
      const differences = differencesOf(decisive(oldInputs), decisive(inputs));
      return Promise.resolve({ changes: Object.keys(differences).length > 0, differences });
    },

    create: async ({ type, inputs, preview }, context) => {
      requireImage(type);
      if (preview) {
        return { outputs: outputsOf(inputs, await previewedDigest(inputs, engine, context)) };
      }
      const build = readImageBuild(inputs);
      return { id: build.imageName, outputs: outputsOf(inputs, await produceImage(build, engine, context)) };
    },

    update: async ({ type, inputs, preview }, context) => {
      requireImage(type);
      const digest = preview
        ? await previewedDigest(inputs, engine, context)
        : await produceImage(readImageBuild(inputs), engine, context);
      return { outputs: outputsOf(inputs, digest) };
    },

    // As with the real plugin, a registry is never asked whether it still has the image.
    read: ({ type, name, id, inputs, outputs }) => {
      requireImage(type);
      if (inputs === undefined) {
        throw new NotImplementedError(
          `${name}: an image cannot be imported: a registry does not say what it was built from.`,
        );
      }
      return Promise.resolve({ id, inputs, outputs });
    },

    // As with the real plugin, images and tags stay where they are.
    delete: ({ type }) => {
      requireImage(type);
      return Promise.resolve();
    },

    invoke: ({ token }) => {
      throw new NotImplementedError(`not implemented in the local docker plugin: ${token}.`);
    },
  };
}

function requireImage(type: string): void {
  if (type !== imageType) {
    throw new NotImplementedError(
      `not implemented in the local docker plugin: ${type}. Implemented: ${imageType}.`,
    );
  }
}

/** The inputs without what makes no other image: credentials may be new every time. */
function decisive(inputs: PropertyMap): PropertyMap {
  const complete = withDefaults(inputs, imageInputs);
  delete complete["buildOnPreview"];
  const registry = unwrap(complete["registry"] ?? null);
  if (isMap(registry)) {
    complete["registry"] = registry["server"] === undefined ? null : { server: registry["server"] };
  }
  return complete;
}

/** Unknown, as with the real plugin; a build on preview only shows whether it succeeds. */
async function previewedDigest(
  inputs: PropertyMap,
  engine: DockerEngine,
  context: CallContext,
): Promise<Unknown> {
  if (unwrap(inputs["buildOnPreview"] ?? null) === true && !containsUnknown(inputs)) {
    await produceImage({ ...readImageBuild(inputs), push: false }, engine, context);
  }
  return new Unknown();
}

function outputsOf(inputs: PropertyMap, digest: string | Unknown): PropertyMap {
  const imageName = inputs["imageName"] ?? null;
  const name = textIn(inputs, "imageName");
  const registry = partOf(inputs, "registry");
  const context = contextOf(inputs);
  const dockerfile = dockerfileOf(inputs);
  const build = partOf(inputs, "build");
  // What is made from a secret stays one.
  const ofBuild = (value: PropertyValue): PropertyValue =>
    inputs["build"] instanceof Secret ? secret(value) : value;
  const ofName = (value: PropertyValue): PropertyValue => (containsSecret(imageName) ? secret(value) : value);
  return {
    imageName,
    baseImageName: imageName,
    context: ofBuild(context ?? new Unknown()),
    dockerfile: ofBuild(
      context === undefined || dockerfile === undefined ? new Unknown() : relative(context, dockerfile),
    ),
    platform: ofBuild(build?.["platform"] ?? null),
    registryServer:
      registry?.["server"] ??
      ofName(name === undefined ? new Unknown() : (parseImageReference(name)?.registry ?? "")),
    repoDigest: ofName(digest),
  };
}
