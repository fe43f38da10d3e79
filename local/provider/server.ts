/** A provider as a Pulumi plugin: a gRPC server on a loopback port that is free at the time. */
import * as grpc from "@grpc/grpc-js";
import serviceGrpcPb from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { serviceOf } from "./calls.ts";
import { EngineLog } from "./engine-log.ts";
import type { ProviderImplementation } from "./implementation.ts";
import { onEngineGone } from "./lifetime.ts";

/** How long running calls may take to end after they were told to, in milliseconds. The engine kills a plugin after 5 seconds. */
const SHUTDOWN_GRACE = 3000;

/** How a provider is served. */
export interface ServerOptions {
  /** `host:port` of the engine, for messages. Default: none, until the engine's handshake tells it. */
  readonly engineAddress?: string;
  /** Whether the implementation honours the engine's naming options in `check`. Default: false. */
  readonly autonaming?: boolean;
  /** Whether the implementation gets secrets marked as such and marks them itself. Default: true. */
  readonly acceptsSecrets?: boolean;
  /** Whether the implementation gets references to resources as such. Default: true. */
  readonly acceptsResources?: boolean;
}

/** A provider that is being served. */
export interface ProviderServer {
  /** The loopback port. */
  readonly port: number;
  /** Aborts what runs, waits for its end for some seconds, and closes implementation and port. Idempotent. */
  close(): Promise<void>;
}

/** Serves a provider inside of this process, without any effect on the process. */
export async function startProviderServer(
  name: string,
  version: string,
  implementation: ProviderImplementation,
  options: ServerOptions = {},
): Promise<ProviderServer> {
  const log = new EngineLog(options.engineAddress);
  const shutdown = new AbortController();
  const running = new Set<Promise<void>>();
  // Properties can hold whole files: the engine's own limit is 400 MB, so there is none here.
  const server = new grpc.Server({
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  server.addService(
    serviceGrpcPb.ResourceProviderService,
    serviceOf(implementation, {
      version,
      autonaming: options.autonaming ?? false,
      acceptsSecrets: options.acceptsSecrets ?? true,
      acceptsResources: options.acceptsResources ?? true,
      log,
      shutdown,
      running,
    }),
  );
  const port = await listen(server, name);

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    shutdown.abort();
    await within(SHUTDOWN_GRACE, Promise.all(running));
    await implementation.close?.();
    server.forceShutdown();
    log.close();
  };
  return { port, close: () => (closing ??= close()) };
}

/**
 * Serves a provider as the whole purpose of this process: prints the port, as the engine expects, and exits when the engine is
 * gone. The engine's address is the last argument of the command line; what stands before it are the engine's log flags.
 */
export async function serveProvider(
  name: string,
  version: string,
  implementation: ProviderImplementation,
  options: ServerOptions = {},
): Promise<void> {
  const engineAddress = options.engineAddress ?? engineAddressOf(process.argv.slice(2));
  const server = await startProviderServer(name, version, implementation, { ...options, engineAddress });
  onEngineGone(() => {
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`${name}: the plugin did not end as it should: ${String(error)}`);
        process.exit(1);
      },
    );
  });
  process.stdout.write(`${server.port}\n`);
}

/** The engine's address in a plugin's arguments, such as `-v=9 --tracing <endpoint> 127.0.0.1:4242`. */
function engineAddressOf(args: readonly string[]): string | undefined {
  const last = args.at(-1);
  return last !== undefined && /^[^-\s][^\s]*:\d+$/.test(last) ? last : undefined;
}

function listen(server: grpc.Server, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) {
        resolve(port);
      } else {
        reject(new Error(`${name}: no port on 127.0.0.1 can be opened: ${error.message}`, { cause: error }));
      }
    });
  });
}

/** Waits for the work or for the time to be over, whichever comes first. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeOver = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, timeOver]);
  clearTimeout(timer);
}
