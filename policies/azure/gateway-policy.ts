import type { Property } from "../property.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView } from "../view.ts";

/** The policies of an API Management service for all of its APIs, which inherit from nobody. */
export const globalPolicies: readonly TypePattern[] = [
  "azure-native:apimanagement:Policy",
  "azure-native:apimanagement:PolicyFragment",
];

/** The policies of narrower scopes, which can inherit. */
export const scopedPolicies: readonly TypePattern[] = [
  "azure-native:apimanagement:ApiOperationPolicy",
  "azure-native:apimanagement:ApiPolicy",
  "azure-native:apimanagement:GraphQLApiResolverPolicy",
  "azure-native:apimanagement:ProductPolicy",
  "azure-native:apimanagement:WorkspaceApiOperationPolicy",
  "azure-native:apimanagement:WorkspaceApiPolicy",
  "azure-native:apimanagement:WorkspacePolicy",
  "azure-native:apimanagement:WorkspaceProductPolicy",
];

/** The XML of a policy without its comments; none when the resource holds a link to it. */
export interface PolicyDocument {
  /** Where the XML stands. */
  readonly property: Property;
  readonly xml: string;
}

/** Reads the XML of a policy, unless it stands behind a link. */
export function policyDocument({ props }: ResourceView): PolicyDocument | undefined {
  if (/-link$/i.test(props.at("format").string ?? "")) return undefined;
  const property = props.at("value");
  const text = property.string;
  return text === undefined ? undefined : { property, xml: text.replaceAll(/<!--[\s\S]*?-->/g, "") };
}

/** What stands between the first start of an element and its end; none when the element is not there, or is empty. */
export function contentOf(xml: string, element: string): string | undefined {
  const start = new RegExp(`<${element}(\\s[^<>]*)?>`, "i").exec(xml);
  if (start === null || start[0].endsWith("/>")) return undefined;
  const rest = xml.slice(start.index + start[0].length);
  const end = rest.toLowerCase().indexOf(`</${element}>`);
  return end === -1 ? undefined : rest.slice(0, end);
}
