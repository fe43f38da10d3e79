import * as pulumi from "@pulumi/pulumi";
import { viewOf } from "../view.ts";
import type { ResourceOptions, ResourceView } from "../view.ts";
import { urnOf } from "./urn.ts";
import { checkedInputs, readWireInputs } from "../wire-inputs.ts";

/**
 * What the rules see of a resource that is being registered. The engine tells a transform on which resources the new one
 * depends, but not through which of its properties, so that each property may come from any of them.
 */
export async function registeredResource(args: pulumi.ResourceTransformArgs): Promise<ResourceView> {
  const wire = await pulumi.runtime.serializeProperties(args.name, args.props, { keepOutputValues: true });
  const plain = readWireInputs(wire);
  const { values, secretPaths, dependencies } = plain;
  const parent = args.opts.parent === undefined ? undefined : await resolved(args.opts.parent.urn);
  const dependsOn = await urnsOf(args.opts.dependsOn);
  return viewOf({
    urn: urnOf(
      { type: args.type, name: args.name, ...(parent !== undefined && { parent }) },
      pulumi.getProject(),
      pulumi.getStack(),
    ),
    type: args.type,
    name: args.name,
    inputs: checkedInputs(plain),
    secretPaths,
    options: await optionsOf(args.opts),
    dependencies: Object.fromEntries(
      Object.keys(values).map((property) => [property, dependencies[property] ?? dependsOn]),
    ),
  });
}

async function optionsOf(options: pulumi.ResourceTransformArgs["opts"]): Promise<ResourceOptions> {
  const additionalSecretOutputs =
    "additionalSecretOutputs" in options ? await valueOf(options.additionalSecretOutputs) : undefined;
  const deleteBeforeReplace =
    "deleteBeforeReplace" in options ? await valueOf(options.deleteBeforeReplace) : undefined;
  return {
    protect: (await valueOf(options.protect)) ?? false,
    ignoreChanges: (await valueOf(options.ignoreChanges)) ?? [],
    deleteBeforeReplace: deleteBeforeReplace ?? false,
    additionalSecretOutputs: additionalSecretOutputs ?? [],
  };
}

async function valueOf<T>(input: pulumi.Input<T>): Promise<pulumi.Unwrap<T>> {
  return resolved(pulumi.output(input));
}

async function urnsOf(dependsOn: unknown): Promise<readonly string[]> {
  const resources: readonly unknown[] = Array.isArray(dependsOn) ? dependsOn : [dependsOn];
  return Promise.all(
    resources.filter((resource) => pulumi.Resource.isInstance(resource)).map(({ urn }) => resolved(urn)),
  );
}

/** The value of an output that is known, such as a URN. */
function resolved<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}
