/** The calls of `pulumirpc.ResourceProvider`, each read from its message, handed to the implementation, and answered. */
import type { sendUnaryData, ServerUnaryCall, UntypedServiceImplementation } from "@grpc/grpc-js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import type * as Plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import type * as Provider from "@pulumi/pulumi/proto/provider_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import type { EngineLog } from "./engine-log.ts";
import { NotImplementedError } from "./errors.ts";
import type { CallContext, ProviderImplementation } from "./implementation.ts";
import {
  checkRequest,
  checkResponse,
  diffRequest,
  diffResponse,
  failureMessage,
  identityOf,
  optionalStruct,
} from "./messages.ts";
import { statusOf } from "./status.ts";
import { decodeStruct, encodeStruct } from "./wire.ts";

/** What the calls need to know besides the implementation. */
export interface CallEnvironment {
  readonly version: string;
  /** Whether the implementation honours the naming options of a check. */
  readonly autonaming: boolean;
  /** Whether the engine is to send secrets as such; without it, it sends their plain values and marks the answers itself. */
  readonly acceptsSecrets: boolean;
  /** Whether the engine is to send references to resources as such; without it, it sends their ids. */
  readonly acceptsResources: boolean;
  readonly log: EngineLog;
  /** Aborts every running call when it is aborted. */
  readonly shutdown: AbortController;
  /** Calls that are running. */
  readonly running: Set<Promise<void>>;
}

/** The methods to serve. What the implementation lacks is left out: grpc-js answers it as unimplemented. */
export function serviceOf(
  implementation: ProviderImplementation,
  environment: CallEnvironment,
): UntypedServiceImplementation {
  const unary = unaryIn(environment);
  return {
    handshake: unary((request: Provider.ProviderHandshakeRequest) => {
      environment.log.attach(request.getEngineAddress());
      const response = new providerPb.ProviderHandshakeResponse();
      response.setAcceptSecrets(environment.acceptsSecrets);
      response.setAcceptResources(environment.acceptsResources);
      response.setAcceptOutputs(false);
      response.setSupportsAutonamingConfiguration(environment.autonaming);
      return Promise.resolve(response);
    }),

    attach: unary((request: Plugin.PluginAttach) => {
      environment.log.attach(request.getAddress());
      return Promise.resolve(new emptyPb.Empty());
    }),

    getPluginInfo: unary(() => {
      const response = new pluginPb.PluginInfo();
      response.setVersion(environment.version);
      return Promise.resolve(response);
    }),

    cancel: unary(async () => {
      environment.shutdown.abort();
      await implementation.cancel?.();
      return new emptyPb.Empty();
    }),

    getSchema: unary(async (request: Provider.GetSchemaRequest, context) => {
      if (request.getVersion() !== 0) {
        throw new NotImplementedError(`unsupported schema version ${request.getVersion()}`);
      }
      const response = new providerPb.GetSchemaResponse();
      response.setSchema(await offered("getSchema", implementation.getSchema?.(context)));
      return response;
    }),

    configure: unary(async (request: Provider.ConfigureRequest, context) => {
      await implementation.configure?.(
        {
          inputs: decodeStruct(request.getArgs()),
          variables: Object.fromEntries(request.getVariablesMap().toArray()),
          sendsOldInputs: request.getSendsOldInputs(),
          sendsOldInputsToDelete: request.getSendsOldInputsToDelete(),
        },
        context,
      );
      const response = new providerPb.ConfigureResponse();
      response.setAcceptsecrets(environment.acceptsSecrets);
      response.setAcceptresources(environment.acceptsResources);
      response.setAcceptoutputs(false);
      response.setSupportspreview(true);
      response.setSupportsAutonamingConfiguration(environment.autonaming);
      return response;
    }),

    checkConfig: unary(
      async (request: Provider.CheckRequest, context) =>
        checkResponse(
          await offered("checkConfig", implementation.checkConfig?.(checkRequest(request), context)),
        ),
      ofResource,
    ),

    check: unary(
      async (request: Provider.CheckRequest, context) =>
        checkResponse(await offered("check", implementation.check?.(checkRequest(request), context))),
      ofResource,
    ),

    diffConfig: unary(
      async (request: Provider.DiffRequest, context) =>
        diffResponse(await offered("diffConfig", implementation.diffConfig?.(diffRequest(request), context))),
      ofResource,
    ),

    diff: unary(
      async (request: Provider.DiffRequest, context) =>
        diffResponse(await offered("diff", implementation.diff?.(diffRequest(request), context))),
      ofResource,
    ),

    create: unary(async (request: Provider.CreateRequest, context) => {
      const result = await offered(
        "create",
        implementation.create?.(
          {
            ...identityOf(request),
            inputs: decodeStruct(request.getProperties()),
            preview: request.getPreview(),
          },
          context,
        ),
      );
      const response = new providerPb.CreateResponse();
      response.setId(result.id ?? "");
      response.setProperties(encodeStruct(result.outputs));
      return response;
    }, ofResource),

    read: unary(async (request: Provider.ReadRequest, context) => {
      const result = await offered(
        "read",
        implementation.read?.(
          {
            ...identityOf(request),
            id: request.getId(),
            inputs: optionalStruct(request.getInputs()),
            outputs: decodeStruct(request.getProperties()),
          },
          context,
        ),
      );
      const response = new providerPb.ReadResponse();
      if (result !== undefined) {
        response.setId(result.id);
        response.setProperties(encodeStruct(result.outputs));
        if (result.inputs !== undefined) {
          response.setInputs(encodeStruct(result.inputs));
        }
      }
      return response;
    }, ofResource),

    update: unary(async (request: Provider.UpdateRequest, context) => {
      const result = await offered(
        "update",
        implementation.update?.(
          {
            ...identityOf(request),
            id: request.getId(),
            oldInputs: decodeStruct(request.getOldInputs()),
            oldOutputs: decodeStruct(request.getOlds()),
            inputs: decodeStruct(request.getNews()),
            preview: request.getPreview(),
            ignoreChanges: request.getIgnorechangesList(),
          },
          context,
        ),
      );
      const response = new providerPb.UpdateResponse();
      response.setProperties(encodeStruct(result.outputs));
      return response;
    }, ofResource),

    delete: unary(async (request: Provider.DeleteRequest, context) => {
      await offered(
        "delete",
        implementation.delete?.(
          {
            ...identityOf(request),
            id: request.getId(),
            inputs: decodeStruct(request.getOldInputs()),
            outputs: decodeStruct(request.getProperties()),
          },
          context,
        ),
      );
      return new emptyPb.Empty();
    }, ofResource),

    invoke: unary(async (request: Provider.InvokeRequest, context) => {
      const result = await offered(
        "invoke",
        implementation.invoke?.(
          { token: request.getTok(), args: decodeStruct(request.getArgs()), preview: request.getPreview() },
          context,
        ),
      );
      const response = new providerPb.InvokeResponse();
      response.setReturn(encodeStruct(result.outputs));
      response.setFailuresList((result.failures ?? []).map(failureMessage));
      return response;
    }),
  };
}

/** What a call is about and how long it may take. */
interface Circumstances {
  readonly urn?: string;
  /** 0 or absent: no limit. */
  readonly timeoutSeconds?: number;
}

/** The circumstances that a call on a resource states. */
function ofResource(request: { getUrn(): string; getTimeout?(): number }): Circumstances {
  return { urn: request.getUrn(), timeoutSeconds: request.getTimeout?.() };
}

/** Makes the methods of one environment: context, logs that arrive before the answer, statuses. */
function unaryIn(environment: CallEnvironment) {
  return <Request, Response>(
      handle: (request: Request, context: CallContext) => Promise<Response>,
      circumstancesOf: (request: Request) => Circumstances = () => ({}),
    ) =>
    (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>): void => {
      const cancelled = new AbortController();
      call.on("cancelled", () => cancelled.abort());
      const signals = [environment.shutdown.signal, cancelled.signal];
      const { urn, timeoutSeconds = 0 } = circumstancesOf(call.request);
      if (timeoutSeconds > 0) {
        signals.push(AbortSignal.timeout(timeoutSeconds * 1000));
      }
      const log = environment.log.forResource(urn);
      const context: CallContext = { log, signal: AbortSignal.any(signals) };

      const answer = async (): Promise<void> => {
        try {
          const response = await handle(call.request, context);
          await log.settled();
          callback(null, response);
        } catch (error) {
          await log.settled();
          callback(await statusOf(error));
        }
      };
      const running = answer().finally(() => environment.running.delete(running));
      environment.running.add(running);
    };
}

/** The answer of a method, which the implementation may not have. */
function offered<Result>(method: string, answer: Promise<Result> | undefined): Promise<Result> {
  if (answer === undefined) {
    throw new NotImplementedError(`This provider does not implement ${method}.`);
  }
  return answer;
}
