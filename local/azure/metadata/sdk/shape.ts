/** The kind of value behind a type of the SDK's declarations. */
import ts from "typescript";
import type { TypeShape } from "../model.ts";

/** A type that this reader has no shape for: the SDK changed in a way that needs a look. */
export class UnknownTypeError extends Error {}

/**
 * The shape of a declared type. `pulumi.Input<…>`, `pulumi.Output<…>`, `undefined` and the suffix `Args` are wrapping and are left out.
 *
 * @throws {UnknownTypeError} for a form that no declaration had when this was written.
 */
export function shapeOf(node: ts.TypeNode): TypeShape {
  const members = alternatives(node);
  const single = members[0];
  if (members.length === 1 && single !== undefined) {
    return shapeOfOne(single);
  }
  const shapes = members.map(shapeOfOne);
  const enumeration = shapes.find((shape) => shape.enum !== undefined)?.enum;
  if (enumeration !== undefined) {
    return { type: "string", enum: enumeration, open: true };
  }
  const refs = shapes.map((shape) => shape.ref);
  if (refs.every((ref) => ref !== undefined)) {
    return { type: "object", oneOf: refs };
  }
  // A mixture such as `string | SubResource`: any of it may be given.
  return { type: "any" };
}

function alternatives(node: ts.TypeNode): ts.TypeNode[] {
  if (ts.isUnionTypeNode(node)) {
    return node.types.flatMap(alternatives);
  }
  if (ts.isParenthesizedTypeNode(node)) {
    return alternatives(node.type);
  }
  if (node.kind === ts.SyntaxKind.UndefinedKeyword) {
    return [];
  }
  const wrapped = wrappedType(node);
  return wrapped === undefined ? [node] : alternatives(wrapped);
}

/** What `pulumi.Input<…>` or `pulumi.Output<…>` wraps. */
function wrappedType(node: ts.TypeNode): ts.TypeNode | undefined {
  if (!ts.isTypeReferenceNode(node)) {
    return undefined;
  }
  const name = node.typeName.getText();
  return name === "pulumi.Input" || name === "pulumi.Output" ? node.typeArguments?.[0] : undefined;
}

function shapeOfOne(node: ts.TypeNode): TypeShape {
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { type: "string" };
    case ts.SyntaxKind.NumberKeyword:
      return { type: "number" };
    case ts.SyntaxKind.BooleanKeyword:
      return { type: "boolean" };
    case ts.SyntaxKind.AnyKeyword:
      return { type: "any" };
    default:
  }
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) {
    return { type: "string", const: node.literal.text };
  }
  if (ts.isArrayTypeNode(node)) {
    return { type: "array", items: shapeOf(node.elementType) };
  }
  if (ts.isTypeLiteralNode(node)) {
    const index = node.members.find(ts.isIndexSignatureDeclaration);
    if (index !== undefined) {
      return { type: "map", items: shapeOf(index.type) };
    }
  }
  if (ts.isTypeReferenceNode(node)) {
    return shapeOfReference(node.typeName.getText());
  }
  throw new UnknownTypeError(`no shape for the type '${node.getText()}'`);
}

/** `inputs.keyvault.SkuArgs`, `outputs.keyvault.SkuResponse` and `enums.keyvault.SkuName`. */
function shapeOfReference(name: string): TypeShape {
  const match = /^(inputs|outputs|enums)\.(\w+)\.(\w+)$/.exec(name);
  if (match === null) {
    // Assets, archives and references to other resources: nothing that a supported type takes apart.
    return { type: "any" };
  }
  const [, side, module, type] = match;
  if (side === "enums") {
    return { type: "string", enum: `${module}:${type}` };
  }
  return { type: "object", ref: `${module}:${typeName(type ?? "")}` };
}

/** An input type's name without `Args`. */
export function typeName(name: string): string {
  return name.endsWith("Args") ? name.slice(0, -"Args".length) : name;
}
