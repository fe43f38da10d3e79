import { Server, ServerCredentials, status } from "@grpc/grpc-js";
import type { handleUnaryCall, ServiceDefinition, ServiceError } from "@grpc/grpc-js";
import analyzerGrpcPb from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { attend, engineAddress, packFolder } from "../guard/attendance.ts";
import type { Pack } from "../pack.ts";
import { analyzerInfo } from "./analyzer-info.ts";
import { Session } from "./session.ts";
import { writeAnalyzerInfo } from "./wire/analyzer-info.ts";
import { readConfiguration } from "./wire/configuration.ts";
import type { WireConfiguration } from "./wire/configuration.ts";
import { readResource, readStack } from "./wire/resource.ts";
import type { WireResource } from "./wire/resource.ts";

/**
 * Serves a pack to the engine: listens on a loopback port that is free at the time, and writes the port to standard
 * output, which is where the engine reads it.
 *
 * It speaks the same protocol as `@pulumi/policy`, whose server decodes a resource's inputs once for every policy, so
 * that its cost grows with the number of rules that have nothing to say; and it hides which inputs are secret, so that a
 * message could show one. This one decodes once, asks only the rules that apply, and shows no secret. It answers what the
 * engine asks of a pack in full, so that no proxy need stand between them.
 */
export async function servePack(pack: Pack): Promise<void> {
  const session = new Session(pack);
  // A resource can hold whole files: the engine's own limit is 400 MB, so there is none here.
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  const { analyze, analyzeStack, configure, getAnalyzerInfo, remediate } = analyzerGrpcPb.AnalyzerService;
  const service: ServiceDefinition = {
    ...analyzerGrpcPb.AnalyzerService,
    getAnalyzerInfo: { ...getAnalyzerInfo, responseSerialize: writeAnalyzerInfo },
    configure: { ...configure, requestDeserialize: readConfiguration },
    analyze: { ...analyze, requestDeserialize: readResource },
    analyzeStack: {
      ...analyzeStack,
      requestDeserialize: (bytes) => readStack(bytes, (type) => session.analysis.reads(type)),
    },
    // Asked of every resource before `analyze`, and answered without a look at it where nothing is to be repaired.
    remediate: {
      ...remediate,
      requestDeserialize: (bytes) => (session.analysis.repairs ? readResource(bytes) : bytes),
    },
  };
  server.addService(service, {
    handshake: answer(() => new analyzerPb.AnalyzerHandshakeResponse()),
    getPluginInfo: answer(() => {
      const info = new pluginPb.PluginInfo();
      info.setVersion(pack.version);
      return info;
    }),
    getAnalyzerInfo: answer(() => analyzerInfo(pack, session.settings)),
    configureStack: answerLater(
      async (request: InstanceType<typeof analyzerPb.AnalyzerStackConfigureRequest>) => {
        await session.begin(request.getStack());
        return new analyzerPb.AnalyzerStackConfigureResponse();
      },
    ),
    configure: answer((configuration: ReadonlyMap<string, WireConfiguration>) => {
      session.analysis.configure(configuration);
      return new emptyPb.Empty();
    }),
    analyze: answer((resource: WireResource) => session.analysis.analyze(resource)),
    analyzeStack: answerLater((resources: readonly WireResource[]) => session.analyzeStack(resources)),
    remediate: answer((resource: WireResource | Buffer) =>
      session.remediate(Buffer.isBuffer(resource) ? undefined : resource),
    ),
    cancel: answer(() => new emptyPb.Empty()),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  const [engine, folder] = [engineAddress(process.argv), packFolder(process.argv)];
  if (engine !== undefined && folder !== undefined) attend({ engine, folder });
  console.log(String(port));
}

/** A call that is answered at once. A rule that throws is a mistake in the rule, and fails the call, and so the preview. */
function answer<Request, Response>(
  respond: (request: Request) => Response,
): handleUnaryCall<Request, Response> {
  return ({ request }, callback) => {
    try {
      callback(null, respond(request));
    } catch (error) {
      callback(failure(error));
    }
  };
}

/** A call that is answered when something has been loaded, read or written. */
function answerLater<Request, Response>(
  respond: (request: Request) => Promise<Response>,
): handleUnaryCall<Request, Response> {
  return ({ request }, callback) => {
    respond(request).then(
      (response) => callback(null, response),
      (error: unknown) => callback(failure(error)),
    );
  };
}

function failure(error: unknown): Partial<ServiceError> {
  if (!(error instanceof Error)) return { code: status.INTERNAL, details: String(error) };
  // What the user has to correct is said without a stack.
  return error.name === "PolicyFileError"
    ? { code: status.INVALID_ARGUMENT, details: error.message }
    : { code: status.INTERNAL, details: error.stack ?? error.message };
}
