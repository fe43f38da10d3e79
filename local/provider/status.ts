/** Errors to gRPC statuses, with the details that the engine reads. */
import * as grpc from "@grpc/grpc-js";
import { ProviderError, ResourceInitError, type StatusName } from "./errors.ts";
import { encodeStruct } from "./wire.ts";

const statusCode = {
  cancelled: grpc.status.CANCELLED,
  unknown: grpc.status.UNKNOWN,
  "invalid-argument": grpc.status.INVALID_ARGUMENT,
  "deadline-exceeded": grpc.status.DEADLINE_EXCEEDED,
  "not-found": grpc.status.NOT_FOUND,
  "already-exists": grpc.status.ALREADY_EXISTS,
  "permission-denied": grpc.status.PERMISSION_DENIED,
  "resource-exhausted": grpc.status.RESOURCE_EXHAUSTED,
  "failed-precondition": grpc.status.FAILED_PRECONDITION,
  aborted: grpc.status.ABORTED,
  unimplemented: grpc.status.UNIMPLEMENTED,
  internal: grpc.status.INTERNAL,
  unavailable: grpc.status.UNAVAILABLE,
  unauthenticated: grpc.status.UNAUTHENTICATED,
} as const satisfies Record<StatusName, grpc.status>;

/** The status that answers a call which threw. */
export async function statusOf(error: unknown): Promise<Partial<grpc.StatusObject>> {
  if (error instanceof ResourceInitError) {
    return initFailed(error);
  }
  if (error instanceof ProviderError) {
    return { code: statusCode[error.status], details: error.message };
  }
  if (error instanceof Error) {
    // A DOMException of an AbortSignal says by its name why the work was given up.
    const code =
      error.name === "AbortError"
        ? grpc.status.CANCELLED
        : error.name === "TimeoutError"
          ? grpc.status.DEADLINE_EXCEEDED
          : grpc.status.UNKNOWN;
    return { code, details: error.message };
  }
  return { code: grpc.status.UNKNOWN, details: String(error) };
}

/**
 * The status with `pulumirpc.ErrorResourceInitFailed` in its details. grpc-js has no support for details; Go's gRPC reads them from
 * the trailer `grpc-status-details-bin`, as a `google.rpc.Status` of the same code and message.
 */
async function initFailed(error: ResourceInitError): Promise<Partial<grpc.StatusObject>> {
  const [{ default: anyPb }, { default: providerPb }, { default: statusPb }] = await Promise.all([
    import("google-protobuf/google/protobuf/any_pb.js"),
    import("@pulumi/pulumi/proto/provider_pb.js"),
    import("@pulumi/pulumi/proto/status_pb.js"),
  ]);
  const detail = new providerPb.ErrorResourceInitFailed();
  detail.setId(error.state.id);
  detail.setProperties(encodeStruct(error.state.outputs));
  if (error.state.inputs !== undefined) {
    detail.setInputs(encodeStruct(error.state.inputs));
  }
  detail.setReasonsList([...error.reasons]);
  const packed = new anyPb.Any();
  packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const status = new statusPb.Status();
  status.setCode(grpc.status.UNKNOWN);
  status.setMessage(error.message);
  status.addDetails(packed);
  const metadata = new grpc.Metadata();
  metadata.set("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  return { code: grpc.status.UNKNOWN, details: error.message, metadata };
}
