/** The default values that the SDK's JavaScript fills in: `name: (val.name) ?? "value"`, and `resourceInputs["name"] = (args?.name) ?? "value"`. */
import { readFileSync } from "node:fs";
import ts from "typescript";
import type { JsonValue } from "../model.ts";

/**
 * Defaults of object types by `module:Name` and property, from `types/input.js`. Only literal values count: one that comes from the environment or
 * from another default function is not a value.
 */
export function typeDefaults(file: string): Map<string, Map<string, JsonValue>> {
  const text = readFileSync(file, "utf8");
  const found = new Map<string, Map<string, JsonValue>>();
  // One function a type; its end is the only line that is a brace indented by four.
  const functions =
    /^ {4}function (\w+)ProvideDefaults\(val\) \{\n(.*?)^ {4}\}\n {4}(\w+)\.\1ProvideDefaults = /gms;
  for (const match of text.matchAll(functions)) {
    const [, name = "", body = "", module = ""] = match;
    const defaults = new Map<string, JsonValue>();
    for (const line of body.split("\n")) {
      const property = /^\s+"?([\w.-]+)"?: \(val(?:\.\w+|\["[^"]+"\])\) \?\? (.+),$/.exec(line);
      const value = property === null ? undefined : literal(property[2] ?? "");
      if (property?.[1] !== undefined && value !== undefined) {
        defaults.set(property[1], value);
      }
    }
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    found.set(`${module}:${type.endsWith("Args") ? type.slice(0, -"Args".length) : type}`, defaults);
  }
  return found;
}

/** Defaults of a resource's own inputs, from its class file. */
export function resourceDefaults(javascript: string): Map<string, JsonValue> {
  const defaults = new Map<string, JsonValue>();
  for (const match of javascript.matchAll(/^\s+resourceInputs\["(\w+)"\] = \(args\?\.\w+\) \?\? (.+);$/gm)) {
    const value = literal(match[2] ?? "");
    if (match[1] !== undefined && value !== undefined) {
      defaults.set(match[1], value);
    }
  }
  return defaults;
}

/** Constants that the class file sets: `resourceInputs["kind"] = "AML"`. */
export function resourceConstants(javascript: string): Map<string, JsonValue> {
  const constants = new Map<string, JsonValue>();
  for (const match of javascript.matchAll(/^\s+resourceInputs\["(\w+)"\] = ("[^"]*"|\d+|true|false);$/gm)) {
    const value = literal(match[2] ?? "");
    if (match[1] !== undefined && value !== undefined) {
      constants.set(match[1], value);
    }
  }
  return constants;
}

/** The older types that the class names as its aliases. */
export function aliasTypes(javascript: string): string[] {
  return [...javascript.matchAll(/\{ type: "(azure-native:[^"]+)" \}/g)].map((match) => match[1] ?? "");
}

function literal(text: string): JsonValue | undefined {
  const source = ts.createSourceFile("literal.ts", `(${text})`, ts.ScriptTarget.ES2022);
  const statement = source.statements[0];
  if (statement === undefined || !ts.isExpressionStatement(statement)) {
    return undefined;
  }
  return literalValue(statement.expression);
}

function literalValue(node: ts.Expression): JsonValue | undefined {
  if (ts.isParenthesizedExpression(node)) {
    return literalValue(node.expression);
  }
  if (ts.isStringLiteral(node)) {
    return node.text;
  }
  if (ts.isNumericLiteral(node)) {
    return Number(node.text);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const value = literalValue(node.operand);
    return typeof value === "number" ? -value : undefined;
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    return node.kind === ts.SyntaxKind.TrueKeyword;
  }
  return undefined;
}
