/** ARM path templates, such as `/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}`. */

/** The names in braces, in their order. */
export function pathParameters(template: string): string[] {
  return [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "");
}

/** The parameter that ends the path: the resource's own name. `undefined` for a path that ends in a fixed name. */
export function lastParameter(template: string): string | undefined {
  return /\{([^}]+)\}$/.exec(template)?.[1];
}

/**
 * The resource type whose name a parameter is, in lower case: `microsoft.keyvault/vaults/secrets`, or `resourcegroups` for a parameter outside of a
 * provider's part of the path.
 */
export function typeBeforeParameter(template: string, parameter: string): string {
  const before = template.slice(0, template.indexOf(`{${parameter}}`)).toLowerCase();
  const inProvider = before.split("/providers/").at(-1) ?? "";
  const segments = inProvider.split("/").filter((segment) => segment !== "");
  if (!before.includes("/providers/")) {
    return segments.at(-1) ?? "";
  }
  // Namespace, then type and name in turn.
  return [segments[0], ...segments.slice(1).filter((_, index) => index % 2 === 0)].join("/");
}
