/** One way in which a resource, or a stack, breaks a rule. */
export interface Finding {
  /** The property that breaks it, from the resource's inputs; empty when it is the resource as a whole. */
  readonly path: string;
  /** What was found and what it must be, in one sentence without a full stop. Never holds a secret value. */
  readonly message: string;
  /** In a rule about the whole stack: the resource it is about. */
  readonly resource?: { readonly urn: string; readonly type: string; readonly name: string };
}

/** Groups what a rule found by the resource that it is about; findings of a rule about one resource name none. */
export function byResource(
  findings: readonly Finding[],
): ReadonlyMap<string | undefined, readonly Finding[]> {
  const groups = new Map<string | undefined, Finding[]>();
  for (const finding of findings) {
    const urn = finding.resource?.urn;
    groups.set(urn, [...(groups.get(urn) ?? []), finding]);
  }
  return groups;
}
