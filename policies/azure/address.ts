import type { Property } from "../property.ts";

const everyone = new Set(["*", "0.0.0.0/0", "0.0.0.0", "::/0", "internet", "any"]);

/** Whether an address prefix, range or service tag stands for the whole Internet. */
export function everyAddress(address: Property): boolean {
  const text = address.string?.trim().toLowerCase();
  return text !== undefined && (everyone.has(text) || text.endsWith("/0"));
}
