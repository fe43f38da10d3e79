/** When two property values are the same: what a diff is made from. */
import { Archive, Asset, ResourceReference, Unknown, isMap, unwrap, type PropertyValue } from "./values.ts";

/**
 * Whether two values are the same, whatever their secret marks. The order of keys does not count, the order of list items does. An unknown value
 * is equal to nothing, because it can become anything. Assets and archives compare by their hash.
 */
export function sameValue(left: PropertyValue | undefined, right: PropertyValue | undefined): boolean {
  if (left === undefined || right === undefined) {
    return left === right;
  }
  const a = unwrap(left);
  const b = unwrap(right);
  if (a instanceof Unknown || b instanceof Unknown) {
    return false;
  }
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  if (isMap(a)) {
    const keys = Object.keys(a);
    return (
      isMap(b) &&
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
    );
  }
  if (a instanceof Asset || a instanceof Archive) {
    return sameKind(a, b) && a.content.hash !== undefined && a.content.hash === b.content.hash;
  }
  if (a instanceof ResourceReference) {
    return b instanceof ResourceReference && a.urn === b.urn;
  }
  return Object.is(a, b) || a === b;
}

function sameKind(a: Asset | Archive, b: PropertyValue): b is Asset | Archive {
  return a instanceof Asset ? b instanceof Asset : b instanceof Archive;
}
