// The published typings of @pulumi/policy leave its deserialization out.
declare module "@pulumi/policy/deserialize.js" {
  import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";

  /** Reads inputs in Pulumi's wire format as a policy sees them: secrets are unwrapped. */
  export function deserializeProperties(inputs: Struct, proxySecrets: boolean): object;
}
