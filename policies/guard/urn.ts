/** What a URN is made of, besides the stack and the project. */
export interface UrnParts {
  readonly type: string;
  readonly name: string;
  /** The parent's URN; absent for a resource directly below the stack. */
  readonly parent?: string;
}

const stackType = "pulumi:pulumi:Stack";

/** The URN that the engine gives to a resource: the types of its ancestors, but for the stack, precede its own. */
export function urnOf({ type, name, parent }: UrnParts, project: string, stack: string): string {
  const parentTypes = parent?.split("::")[2];
  const qualifiedType =
    parentTypes === undefined || parentTypes === stackType ? type : `${parentTypes}$${type}`;
  return `urn:pulumi:${stack}::${project}::${qualifiedType}::${name}`;
}
