import type { Property } from "../property.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView } from "../view.ts";

/** The resources that declare subnets: a network with subnets inside it, and a subnet on its own. */
export const subnetHolders: readonly TypePattern[] = [
  "azure-native:network:Subnet",
  "azure-native:network:VirtualNetwork",
];

/** A subnet, wherever it is declared. */
export interface DeclaredSubnet {
  /** Undefined when Pulumi makes it up later. */
  readonly name: string | undefined;
  readonly props: Property;
}

/** The subnets that a resource declares. */
export function subnetsOf({ kind, name, props }: ResourceView): readonly DeclaredSubnet[] {
  if (kind.name === "VirtualNetwork") {
    return props
      .at("subnets")
      .items()
      .map((subnet) => ({ name: subnet.at("name").string, props: subnet }));
  }
  const subnetName = props.at("subnetName");
  // The provider takes the resource's own name where none is given.
  return [{ name: subnetName.isSet ? subnetName.string : name, props }];
}
