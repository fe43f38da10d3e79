import * as pulumi from "@pulumi/pulumi";

/**
 * A text that is known at preview already and yet makes whatever uses it wait for these resources. Kubernetes names
 * are plain text, so without this a dependent would start too early; and an output such as `metadata.name` is unknown
 * while the cluster itself is only planned, which would leave policies undecided.
 */
export function knownAfter(text: string, resources: readonly pulumi.Resource[]): pulumi.Output<string> {
  return pulumi.all(resources.map((resource) => resource.urn)).apply(() => text);
}
