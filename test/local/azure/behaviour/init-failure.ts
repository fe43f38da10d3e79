/** What the engine reads of a resource that Azure accepted and that failed later. */
import type { ServiceError } from "@grpc/grpc-js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import statusPb from "@pulumi/pulumi/proto/status_pb.js";
import type { PropertyMap } from "../../../../local/provider/values.ts";
import { decodeStruct } from "../../../../local/provider/wire.ts";

export interface InitFailure {
  readonly code: number;
  readonly type: string;
  readonly id: string;
  readonly properties: PropertyMap;
  readonly inputs: PropertyMap;
  readonly reasons: string[];
}

/** The detail of a call that must fail with one. */
export async function initFailureOf(call: Promise<unknown>): Promise<InitFailure> {
  try {
    await call;
  } catch (error) {
    if (!isServiceError(error)) {
      throw error;
    }
    const [details] = error.metadata.get("grpc-status-details-bin");
    if (!(details instanceof Buffer)) {
      throw new Error(`no detail: ${error.details}`, { cause: error });
    }
    const [packed] = statusPb.Status.deserializeBinary(details).getDetailsList();
    if (packed === undefined) {
      throw new Error("an empty detail", { cause: error });
    }
    const detail = providerPb.ErrorResourceInitFailed.deserializeBinary(packed.getValue_asU8());
    return {
      code: error.code,
      type: packed.getTypeName(),
      id: detail.getId(),
      properties: decodeStruct(detail.getProperties()),
      inputs: decodeStruct(detail.getInputs()),
      reasons: detail.getReasonsList(),
    };
  }
  throw new Error("the call succeeded");
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && "metadata" in error && "details" in error;
}
