import type { Refusal } from "../refusals/refusal.ts";
import { blockSize, formatCidr, parseCidr } from "./cidr.ts";
import type { Cidr } from "./cidr.ts";

/** A subnet that a program adds to the platform's own. */
export interface SubnetRequest {
  /** Name of the subnet, unique in the network. */
  name: string;
  /** Prefix length, longer than the network's; at most 29, the smallest subnet of Azure. */
  prefixLength: number;
}

/** Address ranges of a network, each in CIDR form. They never overlap. */
export interface AddressPlan {
  /** Kubernetes nodes: the first quarter of the network. */
  readonly nodes: string;
  readonly privateEndpoints: string;
  /** Application Gateway, API Management and other front ends. */
  readonly gateways: string;
  /** Azure Bastion, which asks for /26 or larger. */
  readonly bastion: string;
  /** Delegated to PostgreSQL flexible servers, which ask for /28 or larger. */
  readonly postgres: string;
  /** API server VNet integration of AKS, which asks for /28 or larger. */
  readonly apiServer: string;
  /** The requested ones, by name. */
  readonly extra: Readonly<Record<string, string>>;
}

/** The smallest network that holds every subnet at the size that Azure asks for. */
export const smallestNetwork = 22;
/** The largest network: a VNet may be larger, but no private range is. */
export const largestNetwork = 8;

/**
 * The second quarter of the network in units of 1/64 of the network: place, prefix length relative to the network, and the
 * largest size that makes sense. Places are fixed for ever, because a subnet cannot move while something lives in it.
 */
const platformSubnets = {
  privateEndpoints: { place: 16, bits: 4, largest: 20 },
  gateways: { place: 20, bits: 4, largest: 24 },
  bastion: { place: 24, bits: 4, largest: 26 },
  postgres: { place: 28, bits: 5, largest: 24 },
  apiServer: { place: 30, bits: 6, largest: 24 },
} as const;

function networkOf(addressSpace: string): Cidr | undefined {
  const network = parseCidr(addressSpace);
  return network !== undefined &&
    network.prefixLength >= largestNetwork &&
    network.prefixLength <= smallestNetwork
    ? network
    : undefined;
}

/** Places the requests one after another in the second half, each at the next address it may begin at. */
function place(network: Cidr, extra: readonly SubnetRequest[]): { places: Cidr[]; end: number } {
  let next = network.first + blockSize(network.prefixLength + 1);
  const places = extra.map(({ prefixLength }) => {
    const size = blockSize(prefixLength);
    const first = Math.ceil(next / size) * size;
    next = first + size;
    return { first, prefixLength };
  });
  return { places, end: next };
}

/** What is wrong with an address space and the subnets asked of it. */
export function addressPlanRefusals(addressSpace: string, extra: readonly SubnetRequest[]): Refusal[] {
  const network = networkOf(addressSpace);
  if (network === undefined) {
    return [
      {
        property: "addressSpace",
        value: addressSpace,
        allowed: `an IPv4 block from /${largestNetwork} to /${smallestNetwork} that begins at its own first address`,
        remedy: 'Use one such as "10.224.0.0/16".',
      },
    ];
  }
  const badSize = extra.findIndex(
    ({ prefixLength }) =>
      !Number.isInteger(prefixLength) || prefixLength <= network.prefixLength || prefixLength > 29,
  );
  if (badSize >= 0) {
    return [
      {
        property: `extraSubnets[${badSize}].prefixLength`,
        value: extra[badSize]?.prefixLength,
        allowed: `a whole number from ${network.prefixLength + 1} to 29`,
        remedy: "Azure's smallest subnet is a /29; a subnet is smaller than its network.",
      },
    ];
  }
  const end = network.first + blockSize(network.prefixLength);
  if (place(network, extra).end > end) {
    return [
      {
        property: "extraSubnets",
        value: extra.map(({ name, prefixLength }) => `${name}/${prefixLength}`),
        allowed: `subnets that fit into half of ${addressSpace}`,
        remedy: "Ask for smaller subnets or a larger addressSpace.",
      },
    ];
  }
  return [];
}

/**
 * Divides an address space: nodes get the first quarter, the platform's other subnets fixed places in the second, and
 * requested subnets follow one another in the second half. Appending a request moves nothing.
 *
 * @throws RangeError when {@link addressPlanRefusals} finds something
 */
export function planAddresses(addressSpace: string, extra: readonly SubnetRequest[] = []): AddressPlan {
  const [refusal] = addressPlanRefusals(addressSpace, extra);
  const network = networkOf(addressSpace);
  if (refusal !== undefined || network === undefined) {
    throw new RangeError(`${refusal?.property} is ${JSON.stringify(refusal?.value)}: ${refusal?.allowed}`);
  }
  const unit = blockSize(network.prefixLength + 6);
  const platformSubnet = (subnet: keyof typeof platformSubnets): string => {
    const { place: position, bits, largest } = platformSubnets[subnet];
    return formatCidr({
      first: network.first + position * unit,
      prefixLength: Math.max(network.prefixLength + bits, largest),
    });
  };
  const { places } = place(network, extra);
  return {
    nodes: formatCidr({ first: network.first, prefixLength: network.prefixLength + 2 }),
    privateEndpoints: platformSubnet("privateEndpoints"),
    gateways: platformSubnet("gateways"),
    bastion: platformSubnet("bastion"),
    postgres: platformSubnet("postgres"),
    apiServer: platformSubnet("apiServer"),
    extra: Object.fromEntries(
      places.map((cidr, index) => [extra[index]?.name ?? String(index), formatCidr(cidr)]),
    ),
  };
}
