/** The declarations of one `.d.ts` file of the SDK, found by name. */
import { readFileSync } from "node:fs";
import ts from "typescript";
import type { PropertyShape } from "../model.ts";
import { shapeOf } from "./shape.ts";

/** How the SDK's documentation marks a list whose items are resources of their own. */
const subResourceMark = "These are also available as standalone resources.";

/** One parsed file. */
export class Declarations {
  readonly #file: string;
  readonly #interfaces = new Map<string, ts.InterfaceDeclaration>();
  readonly #classes = new Map<string, ts.ClassDeclaration>();
  readonly #functions = new Map<string, ts.FunctionDeclaration>();
  readonly #constants = new Map<string, ts.VariableDeclaration>();

  constructor(file: string) {
    this.#file = file;
    const source = ts.createSourceFile(
      file,
      readFileSync(file, "utf8"),
      { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
      true,
    );
    this.#collect(source.statements, "");
  }

  #collect(statements: ts.NodeArray<ts.Statement>, prefix: string): void {
    for (const statement of statements) {
      if (ts.isInterfaceDeclaration(statement)) {
        this.#interfaces.set(prefix + statement.name.text, statement);
      } else if (ts.isClassDeclaration(statement) && statement.name !== undefined) {
        this.#classes.set(prefix + statement.name.text, statement);
      } else if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) {
        this.#functions.set(prefix + statement.name.text, statement);
      } else if (ts.isVariableStatement(statement)) {
        for (const declaration of statement.declarationList.declarations) {
          if (ts.isIdentifier(declaration.name)) {
            this.#constants.set(prefix + declaration.name.text, declaration);
          }
        }
      } else if (
        ts.isModuleDeclaration(statement) &&
        statement.body !== undefined &&
        ts.isModuleBlock(statement.body)
      ) {
        this.#collect(statement.body.statements, `${prefix}${statement.name.text}.`);
      }
    }
  }

  /** Whether there is an interface of this name; a name in a namespace is `namespace.Name`. */
  hasInterface(name: string): boolean {
    return this.#interfaces.has(name);
  }

  /** The properties of an interface, in their order. */
  interfaceProperties(name: string): Record<string, PropertyShape> {
    const declaration = this.#interfaces.get(name);
    if (declaration === undefined) {
      throw new Error(`${this.#file} has no interface ${name}`);
    }
    return propertiesOf(declaration.members.filter(ts.isPropertySignature));
  }

  /** The instance properties of a class, in their order. */
  classProperties(name: string): Record<string, PropertyShape> {
    const declaration = this.#classes.get(name);
    if (declaration === undefined) {
      throw new Error(`${this.#file} has no class ${name}`);
    }
    const instance = declaration.members
      .filter(ts.isPropertyDeclaration)
      .filter((member) => !member.modifiers?.some((one) => one.kind === ts.SyntaxKind.StaticKeyword));
    return propertiesOf(instance);
  }

  /** The documentation comment of a class or function, or an empty string. */
  comment(name: string): string {
    const node = this.#classes.get(name) ?? this.#functions.get(name);
    return node === undefined ? "" : commentOf(node);
  }

  /** The values of an enumeration, which the SDK writes as a constant object. */
  enumValues(name: string): (string | number)[] {
    const type = this.#constants.get(name)?.type;
    if (type === undefined || !ts.isTypeLiteralNode(type)) {
      throw new Error(`${this.#file} has no enumeration ${name}`);
    }
    return type.members.filter(ts.isPropertySignature).map((member) => {
      if (member.type !== undefined && ts.isLiteralTypeNode(member.type)) {
        const literal = member.type.literal;
        if (ts.isStringLiteral(literal)) {
          return literal.text;
        }
        if (ts.isNumericLiteral(literal)) {
          return Number(literal.text);
        }
      }
      throw new Error(`${this.#file}: ${name} has a value that is no literal: ${member.getText()}`);
    });
  }
}

function propertiesOf(
  members: readonly (ts.PropertySignature | ts.PropertyDeclaration)[],
): Record<string, PropertyShape> {
  const shapes: Record<string, PropertyShape> = {};
  for (const member of members) {
    if (member.type === undefined) {
      continue;
    }
    const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
    const optional = member.questionToken !== undefined || mayBeUndefined(member.type);
    shapes[name] = {
      ...shapeOf(member.type),
      ...(optional ? {} : { required: true }),
      ...(commentOf(member).includes(subResourceMark) ? { subResource: true } : {}),
    };
  }
  return shapes;
}

/** `Output<string | undefined>`: how a class declares that an output can be absent. */
function mayBeUndefined(type: ts.TypeNode): boolean {
  return /\|\s*undefined>?$/.test(type.getText());
}

function commentOf(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const ranges = ts.getLeadingCommentRanges(text, node.pos) ?? [];
  return ranges.map((range) => text.slice(range.pos, range.end)).join("\n");
}
