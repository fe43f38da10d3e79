/** Leave for a resource to break a rule: asked for by somebody, for a reason, until a day. */
export interface Exemption {
  /** The rule's id. */
  readonly rule: string;
  /** URN of the resource; `*` stands for any characters. */
  readonly resource: string;
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD`, in UTC. */
  readonly expires: string;
}

/** Whether the day on which an exemption held last is over. */
export function hasExpired({ expires }: Exemption, today: string): boolean {
  return expires < today;
}

/** The day of a moment, as exemptions write it. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Whether an exemption is about a stack; one whose URN names another stack neither helps nor is missed there. */
export function concernsStack({ resource }: Exemption, stack: string): boolean {
  const [, , pattern] = resource.split("::", 1)[0]?.split(":") ?? [];
  return pattern === undefined || matches(pattern, stack);
}

/** Whether an exemption is about a resource. */
export function concerns({ resource }: Exemption, urn: string): boolean {
  return matches(resource, urn);
}

/** Whether a text is what a pattern describes, in which `*` stands for any characters. */
export function matches(pattern: string, text: string): boolean {
  const parts = pattern.split("*");
  const first = parts.shift() ?? "";
  const last = parts.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first) || !text.slice(first.length).endsWith(last)) return false;
  let rest = text.slice(first.length, text.length - last.length);
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at === -1) return false;
    rest = rest.slice(at + part.length);
  }
  return true;
}
