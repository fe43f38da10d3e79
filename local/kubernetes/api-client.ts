import { Agent, request } from "node:https";
import { listAt, parseJson, stringAt } from "./json.ts";

/** The API server refused a request. */
export class ApiError extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
  }
}

/** How a patch is to be understood. */
export const patchTypes = {
  /** JSON merge patch (RFC 7386). */
  merge: "application/merge-patch+json",
  /** Server-side apply: creates the object or takes over the fields given. */
  apply: "application/apply-patch+yaml",
} as const;

/** Where and as whom. */
export interface ApiAccess {
  readonly server: string;
  /** PEM. */
  readonly certificateAuthority: string;
  readonly token: string;
}

/**
 * The few calls the control plane itself makes. A full client library takes longer to load than an idle `ensure` takes to
 * run.
 */
export class ApiClient {
  readonly #access: ApiAccess;
  readonly #agent: Agent;

  constructor(access: ApiAccess) {
    this.#access = access;
    this.#agent = new Agent({ ca: access.certificateAuthority, keepAlive: true, maxSockets: 8 });
  }

  /** Closes the connections. */
  close(): void {
    this.#agent.destroy();
  }

  get(path: string): Promise<unknown> {
    return this.#call("GET", path);
  }

  create(path: string, object: object): Promise<unknown> {
    return this.#call("POST", path, object);
  }

  patch(path: string, type: keyof typeof patchTypes, object: object): Promise<unknown> {
    return this.#call("PATCH", path, object, patchTypes[type]);
  }

  delete(path: string): Promise<unknown> {
    return this.#call("DELETE", path);
  }

  /** The items of a list. */
  async list(path: string): Promise<readonly unknown[]> {
    return listAt(await this.get(path), "items");
  }

  /** Whether the API server says it is ready; no answer is a no. */
  async isReady(): Promise<boolean> {
    try {
      await this.get("/readyz");
      return true;
    } catch (error) {
      if (error instanceof ApiError) return false;
      throw error;
    }
  }

  #call(method: string, path: string, body?: object, type = "application/json"): Promise<unknown> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const call = request(
        new URL(path, this.#access.server),
        {
          method,
          agent: this.#agent,
          timeout: 30_000,
          headers: {
            Authorization: `Bearer ${this.#access.token}`,
            Accept: "application/json",
            ...(payload === undefined
              ? {}
              : { "Content-Type": type, "Content-Length": Buffer.byteLength(payload) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.once("error", (error) => reject(new ApiError(0, `${method} ${path}: ${error.message}`)));
          response.once("end", () => {
            const text = Buffer.concat(chunks).toString("utf8");
            const status = response.statusCode ?? 0;
            if (status >= 200 && status < 300) resolve(parseJson(text));
            else reject(new ApiError(status, `${method} ${path}: ${refusal(status, text)}`));
          });
        },
      );
      call.once("timeout", () => call.destroy(new Error("no answer within 30 s")));
      call.once("error", (error) => reject(new ApiError(0, `${method} ${path}: ${error.message}`)));
      call.end(payload);
    });
  }
}

/** The reason in a Status answer, else the beginning of the text. */
function refusal(status: number, text: string): string {
  const message = stringAt(parseJson(text), "message");
  return `${status} ${message === "" ? text.slice(0, 300) : message}`;
}

/** Whether an error is the API server's answer with this status. */
export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.status === status;
}
