import { Server, ServerCredentials, status } from "@grpc/grpc-js";
import type { handleUnaryCall, ServiceDefinition } from "@grpc/grpc-js";
import analyzerGrpcPb from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import type { Pack } from "../pack.ts";
import { Analysis } from "./analysis.ts";
import { analyzerInfo } from "./analyzer-info.ts";
import { writeAnalyzerInfo } from "./wire/analyzer-info.ts";
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
  const analysis = new Analysis(pack);
  // A resource can hold whole files: the engine's own limit is 400 MB, so there is none here.
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  const { analyze, analyzeStack, getAnalyzerInfo, remediate } = analyzerGrpcPb.AnalyzerService;
  const service: ServiceDefinition = {
    ...analyzerGrpcPb.AnalyzerService,
    getAnalyzerInfo: { ...getAnalyzerInfo, responseSerialize: writeAnalyzerInfo },
    analyze: { ...analyze, requestDeserialize: readResource },
    analyzeStack: {
      ...analyzeStack,
      requestDeserialize: (bytes) => readStack(bytes, (type) => analysis.reads(type)),
    },
    // Asked of every resource before `analyze`, and answered without a look at it.
    remediate: { ...remediate, requestDeserialize: () => undefined },
  };
  server.addService(service, {
    handshake: answer(() => new analyzerPb.AnalyzerHandshakeResponse()),
    getPluginInfo: answer(() => {
      const info = new pluginPb.PluginInfo();
      info.setVersion(pack.version);
      return info;
    }),
    getAnalyzerInfo: answer(() => analyzerInfo(pack)),
    configureStack: answer(() => new analyzerPb.AnalyzerStackConfigureResponse()),
    configure: answer((request: InstanceType<typeof analyzerPb.ConfigureAnalyzerRequest>) => {
      analysis.configure(request);
      return new emptyPb.Empty();
    }),
    analyze: answer((resource: WireResource) => analysis.analyze(resource)),
    analyzeStack: answer((resources: readonly WireResource[]) => analysis.analyzeStack(resources)),
    // No rule repairs anything yet.
    remediate: answer(() => new analyzerPb.RemediateResponse()),
    cancel: answer(() => new emptyPb.Empty()),
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
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
      const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
      callback({ code: status.INTERNAL, details });
    }
  };
}
