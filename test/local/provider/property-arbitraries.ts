/** Random property values for property-based tests. */
import fc from "fast-check";
import { SIGNATURE_KEY, UnknownSentinel, type UnknownKind } from "../../../local/provider/signatures.ts";
import {
  Archive,
  Asset,
  OutputValue,
  ResourceReference,
  Secret,
  Unknown,
  type PlainValue,
  type PropertyMap,
  type PropertyValue,
} from "../../../local/provider/values.ts";

const key = fc
  .oneof(fc.string({ unit: "binary" }), fc.constantFrom("value", "constructor", "toString", "a.b"))
  .filter((text) => text !== SIGNATURE_KEY && text !== "__proto__");

const scalar: fc.Arbitrary<PlainValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true }),
  fc.string({ unit: "binary" }),
);

const sentinels: Record<UnknownKind, string> = UnknownSentinel;
const unknown = fc.constantFrom(...Object.keys(sentinels).filter(isKind)).map((kind) => new Unknown(kind));

function isKind(text: string): text is UnknownKind {
  return Object.hasOwn(UnknownSentinel, text);
}

const asset = fc.oneof(
  fc.record({ hash: fc.string(), text: fc.string() }),
  fc.record({ path: fc.string() }),
  fc.record({ uri: fc.webUrl() }),
);

/** Plain values, as deep as a resource's properties are. */
export const plainValue: fc.Arbitrary<PlainValue> = fc.letrec<{ value: PlainValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** Property values of every kind, special ones inside of each other included. */
export const propertyValue: fc.Arbitrary<PropertyValue> = fc.letrec<{ value: PropertyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    unknown,
    asset.map(
      (content) =>
        new Asset({ hash: undefined, text: undefined, path: undefined, uri: undefined, ...content }),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
    tie("value").map((value) => new Secret(value)),
    fc.dictionary(fc.string(), asset, { maxKeys: 3, noNullPrototype: true }).map(
      (entries) =>
        new Archive({
          hash: undefined,
          path: undefined,
          uri: undefined,
          assets: Object.fromEntries(
            Object.entries(entries).map(([path, content]) => [
              path,
              new Asset({ hash: undefined, text: undefined, path: undefined, uri: undefined, ...content }),
            ]),
          ),
        }),
    ),
    fc
      .tuple(
        fc.string(),
        fc.option(fc.oneof(fc.string(), unknown), { nil: undefined }),
        fc.option(fc.string(), { nil: undefined }),
      )
      .map(([urn, id, version]) => new ResourceReference(urn, id, version)),
    fc
      .tuple(
        fc.option(tie("value"), { nil: undefined }),
        fc.boolean(),
        fc.array(fc.string(), { maxLength: 2 }),
      )
      .map(([value, secret, dependencies]) => new OutputValue(value, secret, dependencies)),
  ),
})).value;

/** Properties of a resource. */
export const propertyMap: fc.Arbitrary<PropertyMap> = fc.dictionary(key, propertyValue, {
  maxKeys: 5,
  noNullPrototype: true,
});
