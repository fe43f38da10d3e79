/** A block of IPv4 addresses. */
export interface Cidr {
  /** First address as a number from 0 to 2^32 - 1. */
  readonly first: number;
  /** Prefix length, 0 to 32. */
  readonly prefixLength: number;
}

/** Number of addresses in a block of this prefix length. */
export function blockSize(prefixLength: number): number {
  return 2 ** (32 - prefixLength);
}

/** Parses `a.b.c.d/n`; undefined when it is no IPv4 block or has bits set beyond its prefix. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) {
    return undefined;
  }
  const numbers = match.slice(1).map(Number);
  const prefixLength = numbers.pop() ?? 33;
  if (prefixLength > 32 || numbers.some((octet) => octet > 255)) {
    return undefined;
  }
  const first = numbers.reduce((sum, octet) => sum * 256 + octet, 0);
  return first % blockSize(prefixLength) === 0 ? { first, prefixLength } : undefined;
}

/** Dotted form of an address. */
export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** `a.b.c.d/n`. */
export function formatCidr(cidr: Cidr): string {
  return `${formatAddress(cidr.first)}/${cidr.prefixLength}`;
}

/** Whether two blocks have an address in common. */
export function overlaps(one: Cidr, other: Cidr): boolean {
  return (
    one.first < other.first + blockSize(other.prefixLength) &&
    other.first < one.first + blockSize(one.prefixLength)
  );
}

/** Whether two blocks given as text have an address in common; text that is no block throws. */
export function cidrsOverlap(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => {
    const cidr = parseCidr(text);
    if (cidr === undefined) {
      throw new RangeError(`"${text}" is no IPv4 block such as "10.224.0.0/16"`);
    }
    return cidr;
  });
  return first !== undefined && second !== undefined && overlaps(first, second);
}

/** First and last address of a block given as text; text that is no block throws. */
export function addressesOf(text: string): [first: string, last: string] {
  const cidr = parseCidr(text);
  if (cidr === undefined) {
    throw new RangeError(`"${text}" is no IPv4 block such as "203.0.113.0/24"`);
  }
  return [formatAddress(cidr.first), formatAddress(cidr.first + blockSize(cidr.prefixLength) - 1)];
}
