/** Which names the provider makes up, and how. Source: `AutoNamer.AutoName` of the real provider, as the facts of area autonaming-strategy state it. */
import { lastParameter } from "../../metadata/path-template.ts";

/** `random`: logical name and eight random digits; `copy`: the logical name; `uuid`: a random UUID. */
export type NamingStrategy = "random" | "copy" | "uuid";

/** How a name is made for a property of a resource with this path; `undefined` when it is not the resource's own name. */
export function namingStrategy(path: string, property: string, format?: string): NamingStrategy | undefined {
  if (lastParameter(path) !== property) {
    return undefined;
  }
  if (format === "uuid") {
    return "uuid";
  }
  if (property === "endpointName" || property === "customDomainName") {
    return "random";
  }
  if (property === "roleAssignmentName" || property === "roleDefinitionId") {
    return "uuid";
  }
  const lowered = path.toLowerCase();
  const namespace = lowered.lastIndexOf("microsoft.");
  const isTopLevel = namespace < 0 || lowered.slice(namespace).split("{").length === 2;
  return isTopLevel ? "random" : "copy";
}
