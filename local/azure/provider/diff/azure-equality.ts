/** Top-level properties that Azure writes in several ways. Source: the facts of areas diff-location, diff-resource-group and diff-sku. */
import { isMap, type PropertyMap, type PropertyValue } from "../../../provider/values.ts";

/** `West US 2` and `westus2` are the same location. */
export function normalizeLocation(location: string): string {
  return location.toLowerCase().replaceAll(" ", "");
}

/** AKS renamed the values of its SKU; the old ones still come back from clusters of that time. */
const skuNames: Readonly<Record<string, string>> = { Basic: "Base" };
const skuTiers: Readonly<Record<string, string>> = { Paid: "Standard" };

/**
 * Two sets of inputs in one way of writing, to be compared: what one side writes like the other takes over the new side's way.
 * Returns the old inputs so changed.
 */
export function inWritingOf(after: PropertyMap, before: PropertyMap): PropertyMap {
  const changed: PropertyMap = { ...before };
  if (sameIn(normalizeLocation, before.location, after.location)) {
    changed.location = after.location ?? null;
  }
  if (sameIn((name) => name.toLowerCase(), before.resourceGroupName, after.resourceGroupName)) {
    changed.resourceGroupName = after.resourceGroupName ?? null;
  }
  if (isAksSku(before.sku) && isAksSku(after.sku)) {
    changed.sku = {
      name: inWriting(skuNames, before.sku.name, after.sku.name),
      tier: inWriting(skuTiers, before.sku.tier, after.sku.tier),
    };
  }
  return changed;
}

function sameIn(
  normalize: (text: string) => string,
  before: PropertyValue | undefined,
  after: PropertyValue | undefined,
): boolean {
  return typeof before === "string" && typeof after === "string" && normalize(before) === normalize(after);
}

/** The provider takes every SKU that has a name and a tier alone for one of AKS. */
function isAksSku(sku: PropertyValue | undefined): sku is { name: string; tier: string } {
  return (
    isMap(sku) &&
    Object.keys(sku).length === 2 &&
    typeof sku.name === "string" &&
    typeof sku.tier === "string"
  );
}

function inWriting(renamed: Readonly<Record<string, string>>, before: string, after: string): string {
  return (renamed[before] ?? before) === (renamed[after] ?? after) ? after : before;
}
