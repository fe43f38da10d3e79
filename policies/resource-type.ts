/** A Pulumi type token, reduced to what names the kind of a resource: the API version is left out. */
export interface ResourceType {
  /** The provider package: `azure-native`, `kubernetes`. */
  readonly package: string;
  /** The module without its API version: `containerservice`, `apps`, `helm.sh`. */
  readonly module: string;
  /** The resource's own name: `ManagedCluster`, `Deployment`. */
  readonly name: string;
}

const versionedAzurePackage = /^azure-native_[a-z0-9]+_v\d+(preview|privatepreview)?$/i;

/**
 * Reads a type token. All of these are the same kind of resource:
 *
 * - `azure-native:containerservice:ManagedCluster`
 * - `azure-native:containerservice/v20240101:ManagedCluster`
 * - `azure-native_containerservice_v20240101:containerservice:ManagedCluster` (a locally generated SDK of one API version)
 *
 * and so are `kubernetes:batch/v1:CronJob` and `kubernetes:batch/v1beta1:CronJob`. A token that does not have three
 * parts (a malformed one, or that of a stack's root) is given an empty module and name, and so matches no rule.
 */
export function parseResourceType(token: string): ResourceType {
  const parts = token.split(":");
  const [packageName = "", module = "", name = ""] = parts;
  if (parts.length !== 3) return { package: packageName, module: "", name: "" };
  return {
    package: versionedAzurePackage.test(packageName) ? "azure-native" : packageName,
    module: module.split("/", 1)[0] ?? "",
    name,
  };
}

/**
 * What a rule applies to: `package:module:Name` without an API version, in which `*` stands for any module or any
 * name, as in `kubernetes:*:*`.
 */
export type TypePattern = `${string}:${string}:${string}`;

/** Every type of a stack is held against every pattern of a pack. */
const knownParts = new Map<TypePattern, readonly string[]>();

function partsOf(pattern: TypePattern): readonly string[] {
  let parts = knownParts.get(pattern);
  if (parts === undefined) {
    parts = pattern.split(":");
    knownParts.set(pattern, parts);
  }
  return parts;
}

/** Whether a resource of this type is meant by the pattern. */
export function matchesType(pattern: TypePattern, type: ResourceType): boolean {
  const [packageName, module, name] = partsOf(pattern);
  return (
    type.name !== "" &&
    packageName === type.package &&
    (module === "*" || module === type.module) &&
    (name === "*" || name === type.name)
  );
}
