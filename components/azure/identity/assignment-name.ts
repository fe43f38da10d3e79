import { createHash } from "node:crypto";

/** Namespace of the names below, itself a random UUID (RFC 9562, section 5.5). */
const namespace = "6a0c3a9e-0d5f-4c57-9d3c-4f1e7a2b8c61";

/**
 * Name of a role assignment: the UUID (version 5) of who gets what where. A second assignment of the same role to
 * the same principal in the same scope gets the same name, so Azure and Pulumi see that they are one.
 */
export function assignmentName(scope: string, principalId: string, role: string): string {
  const digest = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update([scope.toLowerCase(), principalId.toLowerCase(), role].join("\n"))
    .digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
