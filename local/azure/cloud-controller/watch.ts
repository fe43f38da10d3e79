import { Agent, request, type RequestOptions } from "node:https";
import type { ApiAccess } from "../../kubernetes/api-client.ts";
import { isObject, parseJson, stringAt } from "../../kubernetes/json.ts";

/** One line of a watch. */
export interface WatchEvent {
  /** `ADDED`, `MODIFIED`, `DELETED`, `BOOKMARK` or `ERROR`. */
  readonly type: string;
  readonly object: unknown;
}

/** Seconds after which a watch ends by itself and is begun anew. */
const LIFETIME = 240;

/**
 * The changes of a collection after a version, until the API server ends the watch or the connection breaks. An event of type
 * `ERROR` says that the version is too old: list again.
 */
export async function* watch(
  access: ApiAccess,
  path: string,
  resourceVersion: string,
  signal: AbortSignal,
): AsyncGenerator<WatchEvent> {
  const url = new URL(path, access.server);
  url.searchParams.set("watch", "true");
  url.searchParams.set("allowWatchBookmarks", "true");
  url.searchParams.set("resourceVersion", resourceVersion);
  url.searchParams.set("timeoutSeconds", String(LIFETIME));
  const agent = new Agent({ ca: access.certificateAuthority });
  try {
    let rest = "";
    for await (const chunk of await open(url, {
      agent,
      signal,
      headers: { Authorization: `Bearer ${access.token}` },
    })) {
      const lines = (rest + String(chunk)).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const event = parseJson(line);
        if (isObject(event)) yield { type: stringAt(event, "type"), object: event["object"] };
      }
    }
  } finally {
    agent.destroy();
  }
}

function open(url: URL, options: RequestOptions): Promise<AsyncIterable<unknown>> {
  return new Promise((resolve, reject) => {
    // Longer than the watch lives: a connection that died in silence is noticed.
    const call = request(url, { ...options, timeout: (LIFETIME + 30) * 1000 }, (response) => {
      response.setEncoding("utf8");
      if (response.statusCode === 200) resolve(response);
      else {
        response.resume();
        reject(new Error(`watch of ${url.pathname}: status ${response.statusCode}`));
      }
    });
    call.once("timeout", () => call.destroy(new Error(`watch of ${url.pathname}: the connection is silent`)));
    call.once("error", reject);
    call.end();
  });
}
