import type { Refusal } from "../refusal/refusal.ts";

/*
 * Kubernetes quantities (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/), as far as
 * CPU and memory use them. Amounts are whole thousandths, so that sums and products are exact.
 */

const decimalThousandths: Readonly<Record<string, bigint>> = {
  m: 1n,
  "": 1_000n,
  k: 1_000_000n,
  M: 1_000_000_000n,
  G: 1_000_000_000_000n,
  T: 1_000_000_000_000_000n,
};
const binaryThousandths: Readonly<Record<string, bigint>> = {
  Ki: 1_000n << 10n,
  Mi: 1_000n << 20n,
  Gi: 1_000n << 30n,
  Ti: 1_000n << 40n,
};

interface Quantity {
  readonly thousandths: bigint;
  readonly binary: boolean;
}

function parse(text: string): Quantity | undefined {
  const match = /^(\d+)(?:\.(\d+))?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, whole = "", fraction = "", suffix = ""] = match;
  const binary = suffix in binaryThousandths;
  const unit = binaryThousandths[suffix] ?? decimalThousandths[suffix] ?? 0n;
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole + fraction) * unit;
  return scaled % scale === 0n ? { thousandths: scaled / scale, binary } : undefined;
}

function format({ thousandths, binary }: Quantity): string {
  const units = Object.entries(binary ? binaryThousandths : decimalThousandths).reverse();
  for (const [suffix, unit] of units) {
    if (thousandths >= unit && thousandths % unit === 0n) {
      return `${thousandths / unit}${suffix}`;
    }
  }
  return thousandths % 1_000n === 0n ? `${thousandths / 1_000n}` : `${thousandths}m`;
}

function mustParse(text: string): Quantity {
  const quantity = parse(text);
  if (quantity === undefined) {
    throw new RangeError(`"${text}" is no quantity of CPU or memory`);
  }
  return quantity;
}

/** Thousandths of a core, or of a byte; undefined when the text is no quantity. */
export function thousandthsOf(text: string): bigint | undefined {
  return parse(text)?.thousandths;
}

/**
 * The form in which the API server stores a quantity: the largest unit that leaves a whole number. Written so from
 * the start, a refresh finds no difference.
 */
export function canonicalQuantity(text: string): string {
  return format(mustParse(text));
}

/** `count` times a quantity, in canonical form. */
export function timesQuantity(count: number, text: string): string {
  const { thousandths, binary } = mustParse(text);
  return format({ thousandths: thousandths * BigInt(count), binary });
}

/** Refuses what is not a positive quantity. */
export function refuseQuantity(property: string, value: string, example: string): Refusal[] {
  const amount = thousandthsOf(value);
  return amount !== undefined && amount > 0n
    ? []
    : [
        {
          property,
          value,
          allowed:
            "a Kubernetes quantity above zero, with one of the suffixes m, k, M, G, T, Ki, Mi, Gi, Ti or none",
          remedy: `Write it like "${example}".`,
        },
      ];
}
