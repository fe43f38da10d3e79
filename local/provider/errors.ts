/** Errors that say more to the engine than their message. Any other error means: failed, and what it left behind is not known. */
import type { PropertyMap } from "./values.ts";

/** gRPC's names for why a call failed (https://grpc.io/docs/guides/status-codes). */
export type StatusName =
  | "cancelled"
  | "unknown"
  | "invalid-argument"
  | "deadline-exceeded"
  | "not-found"
  | "already-exists"
  | "permission-denied"
  | "resource-exhausted"
  | "failed-precondition"
  | "aborted"
  | "unimplemented"
  | "internal"
  | "unavailable"
  | "unauthenticated";

/**
 * A failure with a status. For every status but `unknown` and `internal` the engine takes it that nothing was changed.
 * Default: `failed-precondition`.
 */
export class ProviderError extends Error {
  readonly status: StatusName;

  constructor(message: string, status: StatusName = "failed-precondition") {
    super(message);
    this.name = "ProviderError";
    this.status = status;
  }
}

/** What the provider does not have, by its name. */
export class NotImplementedError extends ProviderError {
  constructor(message: string) {
    super(message, "unimplemented");
    this.name = "NotImplementedError";
  }
}

/** What exists of a resource whose creation, update or read failed half way. */
export interface PartialState {
  readonly id: string;
  readonly outputs: PropertyMap;
  /** Inputs, when a read found other ones than the engine knows. */
  readonly inputs?: PropertyMap;
}

/**
 * The resource exists, but not as it should: the engine records its state, reports the reasons, and makes
 * the next update repair it.
 */
export class ResourceInitError extends Error {
  readonly state: PartialState;
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[], state: PartialState) {
    super(reasons.join("; "));
    this.name = "ResourceInitError";
    this.state = state;
    this.reasons = reasons;
  }
}
