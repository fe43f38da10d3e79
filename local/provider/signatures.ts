/**
 * The marks by which Pulumi's gRPC protocol carries values that JSON does not have. They are part of the protocol and never change:
 * `sdk/go/common/resource/sig/sig.go` and `sdk/go/common/resource/plugin/rpc.go` of Pulumi.
 */

/** The key of an object whose value says which special value the object stands for. */
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";

/** What {@link SIGNATURE_KEY} can say. */
export const Signature = {
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
  secret: "1b47061264138c4ac30d75fd1eb44270",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;

/** The strings that stand for a value that is not known yet, by the kind of value that is expected. */
export const UnknownSentinel = {
  string: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  boolean: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  array: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  asset: "030794c1-ac77-496b-92df-f27374a8bd58",
  archive: "e48ece36-62e2-4504-bad9-02848725956a",
  object: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
} as const;

/** The kind of value that an unknown stands for; `string` is also what "any kind" looks like. */
export type UnknownKind = keyof typeof UnknownSentinel;
