/** The messages of `pulumirpc.ResourceProvider`, read into and written from the types of an implementation. */
import type { Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import type * as Provider from "@pulumi/pulumi/proto/provider_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import type {
  Autonaming,
  CheckFailure,
  CheckRequest,
  CheckResult,
  DiffRequest,
  DiffResult,
  PropertyDifference,
  ResourceIdentity,
} from "./implementation.ts";
import { rootProperty } from "./property-path.ts";
import { nameOfUrn, typeOfUrn } from "./urn.ts";
import type { PropertyMap } from "./values.ts";
import { decodeStruct, encodeStruct } from "./wire.ts";

/** Which resource a request is about; older engines send neither type nor name. */
export function identityOf(request: {
  getUrn(): string;
  getType(): string;
  getName(): string;
}): ResourceIdentity {
  const urn = request.getUrn();
  return {
    urn,
    type: request.getType() || typeOfUrn(urn),
    name: request.getName() || nameOfUrn(urn),
  };
}

/** The properties in a struct that may be missing. */
export function optionalStruct(struct: Struct | undefined): PropertyMap | undefined {
  return struct === undefined ? undefined : decodeStruct(struct);
}

/** What `Check` and `CheckConfig` ask. */
export function checkRequest(request: Provider.CheckRequest): CheckRequest {
  return {
    ...identityOf(request),
    oldInputs: optionalStruct(request.getOlds()),
    inputs: decodeStruct(request.getNews()),
    randomSeed: request.getRandomseed_asU8(),
    autonaming: autonamingOf(request.getAutonaming()),
  };
}

function autonamingOf(options: Provider.CheckRequest.AutonamingOptions | undefined): Autonaming | undefined {
  if (options === undefined) {
    return undefined;
  }
  const modes = providerPb.CheckRequest.AutonamingOptions.Mode;
  const mode = options.getMode();
  return {
    mode: mode === modes.ENFORCE ? "enforce" : mode === modes.DISABLE ? "disable" : "propose",
    proposedName: options.getProposedName(),
  };
}

/** What `Check` and `CheckConfig` answer. */
export function checkResponse(result: CheckResult): Provider.CheckResponse {
  const response = new providerPb.CheckResponse();
  response.setInputs(encodeStruct(result.inputs));
  response.setFailuresList((result.failures ?? []).map(failureMessage));
  return response;
}

/** One failure of a check or of an invoke. */
export function failureMessage(failure: CheckFailure): Provider.CheckFailure {
  const message = new providerPb.CheckFailure();
  message.setProperty(failure.property);
  message.setReason(failure.reason);
  return message;
}

/** What `Diff` and `DiffConfig` ask. */
export function diffRequest(request: Provider.DiffRequest): DiffRequest {
  return {
    ...identityOf(request),
    id: request.getId(),
    oldInputs: decodeStruct(request.getOldInputs()),
    oldOutputs: decodeStruct(request.getOlds()),
    inputs: decodeStruct(request.getNews()),
    ignoreChanges: request.getIgnorechangesList(),
  };
}

/** What `Diff` and `DiffConfig` answer. */
export function diffResponse(result: DiffResult): Provider.DiffResponse {
  const { DIFF_SOME, DIFF_NONE, DIFF_UNKNOWN } = providerPb.DiffResponse.DiffChanges;
  const response = new providerPb.DiffResponse();
  response.setChanges(result.changes === undefined ? DIFF_UNKNOWN : result.changes ? DIFF_SOME : DIFF_NONE);
  response.setStablesList([...(result.stables ?? [])]);
  response.setDeletebeforereplace(result.deleteBeforeReplace ?? false);

  const changed = new Set<string>();
  const replaces = new Set<string>();
  if (result.differences !== undefined) {
    response.setHasdetaileddiff(true);
    for (const [path, difference] of Object.entries(result.differences)) {
      changed.add(rootProperty(path));
      if (difference.replace === true) {
        replaces.add(rootProperty(path));
      }
      response.getDetaileddiffMap().set(path, differenceMessage(difference));
    }
  }
  response.setDiffsList([...changed]);
  response.setReplacesList([...(result.replaces ?? replaces)]);
  return response;
}

function differenceMessage(difference: PropertyDifference): Provider.PropertyDiff {
  const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = providerPb.PropertyDiff.Kind;
  const kinds = {
    add: { update: ADD, replace: ADD_REPLACE },
    delete: { update: DELETE, replace: DELETE_REPLACE },
    update: { update: UPDATE, replace: UPDATE_REPLACE },
  };
  const message = new providerPb.PropertyDiff();
  message.setKind(kinds[difference.kind][difference.replace === true ? "replace" : "update"]);
  message.setInputdiff(difference.inputs ?? true);
  return message;
}
