import * as pulumi from "@pulumi/pulumi";

type Alias = NonNullable<pulumi.ResourceOptions["aliases"]>[number];

/** Such as `azure-native:network/v20230201:Subnet`: a type as it was named in an API version's own module. */
const versionedType = /^azure-native:[a-z]+\/v\d{8}(preview|privatepreview)?:\w+$/;

/**
 * The aliases without those that say no more than "was once registered under the type of an older API version". Every other
 * alias stays: URNs, former names, parents, and types without a version, which is what a hand-written alias has.
 */
export function withoutTypeAliases(aliases: readonly Alias[]): Alias[] {
  return aliases.filter((alias) => !isTypeAlias(alias));
}

function isTypeAlias(alias: unknown): boolean {
  if (typeof alias !== "object" || alias === null || !("type" in alias)) return false;
  const { type } = alias;
  return Object.keys(alias).length === 1 && typeof type === "string" && versionedType.test(type);
}

/**
 * Drops the aliases that each class of azure-native carries to the types of its older API versions, 20 to 50 per resource: the
 * SDK and the engine spend more time on them than on the resource. Call it before the first resource is made. A stack whose
 * state has resources under such a type needs the aliases: without them, the engine would replace those resources.
 */
export function dropTypeAliases(): void {
  pulumi.runtime.registerStackTransformation(({ type, props, opts }) => {
    if (!type.startsWith("azure-native:") || opts.aliases === undefined) return undefined;
    return { props, opts: { ...opts, aliases: withoutTypeAliases(opts.aliases) } };
  });
}
