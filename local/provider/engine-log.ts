/**
 * Messages to the person at the engine. A provider's own terminal output is shown in the engine's debug log only, so this is
 * the one way to say something.
 */
import type { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb.js";

/** How much a message matters. An error lets the update fail, even when every operation succeeds. */
export type Severity = "debug" | "info" | "warning" | "error";

const severityNumber = { debug: 0, info: 1, warning: 2, error: 3 } as const satisfies Record<
  Severity,
  number
>;

/** What {@link EngineLog.log} can know besides the message. */
export interface LogOptions {
  /** The resource the message is about. */
  readonly urn?: string;
  /** Shown as the resource's state while it is worked on, and not kept. */
  readonly ephemeral?: boolean;
}

/** The engine's log. Messages go to standard error while no engine is known, and when it does not take them. */
export class EngineLog {
  #address: string | undefined;
  #client: Promise<EngineConnection> | undefined;

  /** @param address `host:port` of the engine's own gRPC server. */
  constructor(address?: string) {
    this.#address = address;
  }

  /** Sends what follows to another engine. */
  attach(address: string): void {
    if (address !== this.#address) {
      this.close();
      this.#address = address;
    }
  }

  /** Resolves when the engine has the message; never rejects. */
  async log(severity: Severity, message: string, options: LogOptions = {}): Promise<void> {
    if (this.#address === undefined) {
      console.error(`${severity}: ${message}`);
      return;
    }
    try {
      this.#client ??= connect(this.#address);
      await (await this.#client).send(severity, message, options);
    } catch (error) {
      console.error(`${severity}: ${message} (the engine did not take this message: ${String(error)})`);
    }
  }

  /** The log of one call, under the URN of its resource. */
  forResource(urn: string | undefined): ResourceLog {
    return new ResourceLog(this, urn);
  }

  /** Closes the connection; a later message opens a new one. */
  close(): void {
    void this.#client?.then(
      (connection) => connection.close(),
      () => undefined,
    );
    this.#client = undefined;
  }
}

/** The log of one call. Messages need not be waited for: the call is answered after they have arrived. */
export class ResourceLog {
  readonly #engine: EngineLog;
  readonly #urn: string | undefined;
  /** Keeps the order of the messages. */
  #last: Promise<void> = Promise.resolve();

  constructor(engine: EngineLog, urn: string | undefined) {
    this.#engine = engine;
    this.#urn = urn;
  }

  debug(message: string): void {
    this.#send("debug", message, false);
  }

  info(message: string): void {
    this.#send("info", message, false);
  }

  warning(message: string): void {
    this.#send("warning", message, false);
  }

  /** Lets the whole update fail: for what concerns one call, throw instead. */
  error(message: string): void {
    this.#send("error", message, false);
  }

  /** Says what is being done right now; replaced by the next one. */
  status(message: string): void {
    this.#send("info", message, true);
  }

  /** Resolves when every message has arrived. */
  async settled(): Promise<void> {
    await this.#last;
  }

  #send(severity: Severity, message: string, ephemeral: boolean): void {
    this.#last = this.#last.then(() => this.#engine.log(severity, message, { urn: this.#urn, ephemeral }));
  }
}

interface EngineConnection {
  send(severity: Severity, message: string, options: LogOptions): Promise<void>;
  close(): void;
}

/** Opens the connection. Loaded when there is something to say: most runs of a provider say nothing. */
async function connect(address: string): Promise<EngineConnection> {
  const [grpc, service, messages] = await Promise.all([
    import("@grpc/grpc-js"),
    import("@pulumi/pulumi/proto/engine_grpc_pb.js"),
    import("@pulumi/pulumi/proto/engine_pb.js"),
  ]);
  const client: EngineClient = new service.default.EngineClient(address, grpc.credentials.createInsecure());
  return {
    send: (severity, message, options) => {
      const request: LogRequest = new messages.default.LogRequest();
      request.setSeverity(severityNumber[severity]);
      request.setMessage(message);
      request.setUrn(options.urn ?? "");
      request.setEphemeral(options.ephemeral ?? false);
      return new Promise((resolve, reject) => {
        client.log(request, (error) => (error === null ? resolve() : reject(error)));
      });
    },
    close: () => client.close(),
  };
}
