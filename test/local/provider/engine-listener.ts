/** The part of an engine that a provider talks to: a gRPC server that takes log messages. */
import { Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from "@grpc/grpc-js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import grpcPb from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb.js";

/** A message as it arrived. */
export interface LoggedMessage {
  readonly severity: "debug" | "info" | "warning" | "error";
  readonly message: string;
  readonly urn: string;
  readonly ephemeral: boolean;
}

const severities = ["debug", "info", "warning", "error"] as const;

/** A listening engine. */
export interface EngineListener {
  readonly address: string;
  readonly messages: LoggedMessage[];
  close(): void;
}

/** Starts to listen on a free loopback port. */
export async function listenAsEngine(): Promise<EngineListener> {
  const messages: LoggedMessage[] = [];
  const server = new Server();
  server.addService(grpcPb.EngineService, {
    log: (
      call: ServerUnaryCall<LogRequest, InstanceType<typeof emptyPb.Empty>>,
      callback: sendUnaryData<InstanceType<typeof emptyPb.Empty>>,
    ) => {
      const { request } = call;
      messages.push({
        severity: severities[request.getSeverity()] ?? "error",
        message: request.getMessage(),
        urn: request.getUrn(),
        ephemeral: request.getEphemeral(),
      });
      callback(null, new emptyPb.Empty());
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { address: `127.0.0.1:${port}`, messages, close: () => server.forceShutdown() };
}
