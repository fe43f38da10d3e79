/**
 * ARM ids: paths whose fixed segments are compared without case. A type's path is a template such as
 * `/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/virtualNetworks/{virtualNetworkName}`;
 * a leading `/{scope}` stands for any resource's id.
 */

/** What two ids have in common exactly when they name the same resource. */
export function idKey(id: string): string {
  return id.replace(/\/+$/, "").toLowerCase();
}

export function sameId(one: string, other: string): boolean {
  return idKey(one) === idKey(other);
}

/** Whether an id names something inside another resource, or scoped to it. */
export function isWithin(id: string, container: string): boolean {
  return idKey(id).startsWith(`${idKey(container)}/`);
}

/** The last segment: the resource's own name. */
export function nameOf(id: string): string {
  return decodeURIComponent(id.slice(id.lastIndexOf("/") + 1));
}

export function subscriptionOf(id: string): string {
  return /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? "";
}

/** Name of the resource group that holds a resource; undefined outside of groups. */
export function groupNameOf(id: string): string | undefined {
  const name = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i.exec(id)?.[1];
  return name === undefined ? undefined : decodeURIComponent(name);
}

/** Id of the resource group that holds a resource; undefined outside of groups. */
export function groupIdOf(id: string): string | undefined {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(id)?.[0];
}

export function groupId(subscription: string, name: string): string {
  return `/subscriptions/${subscription}/resourceGroups/${encodeURIComponent(name)}`;
}

/** The id without its last type and name. */
export function containerOf(id: string): string {
  return id.split("/").slice(0, -2).join("/");
}

/** Full type of the resource an id names, such as `Microsoft.Network/virtualNetworks/subnets`; undefined for other paths. */
export function typeOf(id: string): string | undefined {
  const start = id.toLowerCase().lastIndexOf("/providers/");
  if (start < 0)
    return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i.test(id)
      ? "Microsoft.Resources/resourceGroups"
      : undefined;
  const [namespace, ...rest] = id.slice(start + "/providers/".length).split("/");
  if (namespace === undefined || rest.length === 0 || rest.length % 2 !== 0) return undefined;
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/");
}

/** Type and names after the namespace, as ARM's own messages write a resource: `Microsoft.Network/virtualNetworks/v/subnets/s`. */
export function relativeOf(id: string): string {
  const start = id.toLowerCase().lastIndexOf("/providers/");
  return start < 0 ? id : id.slice(start + "/providers/".length);
}

/** Whether a text is the id of a resource, of any type. */
export function isResourceId(value: string): boolean {
  return /^\/subscriptions\/[^/]+(\/|$)/i.test(value) && typeOf(value) !== undefined;
}

/** Full type that a template describes. */
export function templateType(template: string): string {
  return typeOf(template.replace(/\{[^}]+\}/g, "x")) ?? "Microsoft.Resources/resourceGroups";
}

/** Names of the parameters of a template, in order. */
export function templateParameters(template: string): string[] {
  return [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "");
}

/** The id that a template gives; undefined if a parameter is missing. */
export function formatId(template: string, parameters: Readonly<Record<string, string>>): string | undefined {
  let complete = true;
  const id = template.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined || value === "") complete = false;
    return name === "scope" || name === "resourceUri"
      ? (value ?? "").replace(/^\/+/, "")
      : encodeURIComponent(value ?? "");
  });
  return complete ? id : undefined;
}

/** The parameters of an id, or undefined if the id is not of this template. */
export function matchId(template: string, id: string): Record<string, string> | undefined {
  const names = templateParameters(template);
  const pattern = template
    .replace(/[.$]/g, "\\$&")
    .replace(/\{([^}]+)\}/g, (_, name: string) =>
      name === "scope" || name === "resourceUri" ? "(.+)" : "([^/]+)",
    );
  const match = new RegExp(`^${pattern}$`, "i").exec(id);
  if (match === null) return undefined;
  const parameters: Record<string, string> = {};
  names.forEach((name, index) => {
    parameters[name] = decodeURIComponent(match[index + 1] ?? "");
  });
  return parameters;
}
