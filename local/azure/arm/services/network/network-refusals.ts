import { badRequest, refusal, type Refusal } from "../../refusal.ts";

/** Microsoft.Network's own answers. */

export function invalidResourceReference(referenced: string, by: string): Refusal {
  return badRequest(
    "InvalidResourceReference",
    `Resource ${referenced} referenced by resource ${by} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
  );
}

/** A value that the network provider cannot read. */
export function invalidRequestFormat(path: string, value: string, allowed: readonly string[]): Refusal {
  return badRequest(
    "InvalidRequestFormat",
    `Cannot parse the request. Error converting value "${value}" at path 'properties.${path}'; allowed values are: ${allowed.join(", ")}.`,
  );
}

export function publicIpInUse(by: string, publicIp: string, holder: string): Refusal {
  return badRequest(
    "PublicIPAddressInUse",
    `Resource ${by} is referencing public IP address ${publicIp} that is already allocated to resource ${holder}.`,
  );
}

export function addressPrefixMalformed(prefix: string, id: string): Refusal {
  return badRequest(
    "InvalidAddressPrefixFormat",
    `Address prefix ${prefix} of resource ${id} is not formatted correctly. It should follow CIDR notation, for example 10.0.0.0/24.`,
  );
}

export function addressPrefixUnaligned(prefix: string, id: string, aligned: string): Refusal {
  return badRequest(
    "InvalidCIDRNotation",
    `The address prefix ${prefix} in resource ${id} has an invalid CIDR notation. For the given prefix length, the address prefix should be ${aligned}.`,
  );
}

export function inUse(code: string, message: string): Refusal {
  return refusal(400, code, message);
}

export function rangeOutsideVnet(subnet: string, network: string): Refusal {
  return badRequest(
    "NetcfgSubnetRangeOutsideVnet",
    `Subnet '${subnet}' is not valid because its IP address range is outside the IP address range of virtual network '${network}'.`,
  );
}
