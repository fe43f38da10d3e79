import { existsSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { Image } from "@pulumi/docker/image.js";
import { matching } from "../refusals/checks.ts";
import { refuse } from "../refusals/refusal.ts";
import type { Refusal } from "../refusals/refusal.ts";
import { contextTag } from "./context-digest.ts";

/** Credentials for a registry to which the Docker client is not signed in. */
export interface ImageRegistryCredentialsArgs {
  /** User name. */
  username: pulumi.Input<string>;
  /** Password or token; kept as a secret. */
  password: pulumi.Input<string>;
}

/** Arguments of {@link ServiceImage}. */
export interface ServiceImageArgs {
  /** Reference of an image that is there already, with a tag other than latest or a digest; needed without context. Default: none. */
  image?: string;
  /** Folder that the image is built from; needed without image. Default: none. */
  context?: string;
  /** Path of the Dockerfile. Default: Dockerfile in the context. */
  dockerfile?: string;
  /** Build arguments; no secrets, they can be read in the image. Default: none. */
  buildArgs?: Record<string, string>;
  /** Platform of the image. Default: linux/amd64. */
  platform?: string;
  /** Host name of the registry to which a built image is pushed, such as platform1a2b3c4d.azurecr.io; needed with context. Default: none. */
  registryServer?: pulumi.Input<string>;
  /** Repository in the registry. Default: the component's name. */
  repository?: string;
  /** Whether a built image is pushed. Default: true. */
  push?: boolean;
  /** Credentials of the registry. Default: those of the Docker client, after az acr login; none are kept in the state. */
  credentials?: ImageRegistryCredentialsArgs;
}

function refusals(args: ServiceImageArgs): Refusal[] {
  const found: Refusal[] = [];
  if ((args.image === undefined) === (args.context === undefined)) {
    return [
      {
        property: "image",
        value: args.image,
        allowed: "either an image or a build context",
        remedy: "Give one of image and context.",
      },
    ];
  }
  if (args.image !== undefined) {
    // PSS and CKV_K8S_14: latest says nothing about what runs.
    return matching(
      "image",
      args.image,
      /^[^\s@]+\/?[^\s@/]*(:(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|(:[A-Za-z0-9_.-]+)?@sha256:[0-9a-f]{64})$/,
      "a reference with a tag other than latest, or with a digest",
      'Write it as in "registry.example.com/idea:1.4.2".',
    );
  }
  if (args.registryServer === undefined) {
    found.push({
      property: "registryServer",
      value: undefined,
      allowed: "the registry's host name, with a build context",
      remedy: 'Give it as in "platform1a2b3c4d.azurecr.io".',
    });
  }
  found.push(
    ...matching(
      "registryServer",
      typeof args.registryServer === "string" ? args.registryServer : undefined,
      /^[A-Za-z0-9.-]+(:\d+)?$/,
      "a host name, with or without a port",
      "Leave out protocol and path.",
    ),
    ...matching(
      "repository",
      args.repository,
      /^[a-z0-9]+(?:[._/-][a-z0-9]+)*$/,
      "lower case words joined by dots, hyphens, underscores or slashes",
      "Choose another repository.",
    ),
  );
  const dockerfile = args.dockerfile ?? join(args.context ?? "", "Dockerfile");
  if (!existsSync(dockerfile)) {
    found.push({
      property: args.dockerfile === undefined ? "context" : "dockerfile",
      value: args.dockerfile ?? args.context,
      allowed: "a folder with a Dockerfile, or the path of a Dockerfile",
      remedy: `There is no file ${dockerfile}: paths count from where the program runs.`,
    });
  }
  return found;
}

/**
 * The image of a service: a ready one, or one that is built and pushed under a tag that follows from its content.
 * Token: azure-platform:index:ServiceImage.
 */
export class ServiceImage extends pulumi.ComponentResource {
  /** Reference for a workload; known at preview, and there when the image is in the registry. */
  readonly imageReference: pulumi.Output<string>;

  constructor(name: string, args: ServiceImageArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("ServiceImage", name, refusals(args));
    const credentials =
      args.credentials === undefined
        ? undefined
        : { ...args.credentials, password: pulumi.secret(args.credentials.password) };
    super("azure-platform:index:ServiceImage", name, { ...args, credentials }, opts);

    if (args.context === undefined) {
      this.imageReference = pulumi.output(args.image ?? "");
    } else {
      const dockerfile = args.dockerfile ?? join(args.context, "Dockerfile");
      const platform = args.platform ?? "linux/amd64";
      const buildArgs = args.buildArgs ?? {};
      const tag = contextTag(args.context, dockerfile, { ...buildArgs, platform });
      const imageName = pulumi.interpolate`${args.registryServer}/${args.repository ?? name}:${tag}`;
      const image = new Image(
        `${name}-image`,
        {
          imageName,
          build: { context: args.context, dockerfile, platform, args: buildArgs },
          buildOnPreview: false,
          skipPush: !(args.push ?? true),
          registry: credentials === undefined ? undefined : { server: args.registryServer, ...credentials },
        },
        { parent: this },
      );
      // The URN is known at preview and makes users of the reference wait for the push.
      this.imageReference = pulumi.all([imageName, image.urn]).apply(([reference]) => reference);
    }
    this.registerOutputs({ imageReference: this.imageReference });
  }
}
