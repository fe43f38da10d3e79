/** What the service answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { metricsContentType, RequestMetrics } from "./metrics.ts";

/** Settings of the service. */
export interface ServiceSettings {
  /** Name of the service, such as `idea`. Requests for `/idea` and below are answered like `/`, because an ingress passes the path on. */
  readonly name: string;
  /** Names of the settings that were found. Never their values: they may be secret, and this is told to everyone. */
  readonly found: readonly string[];
}

/** An HTTP service. */
export interface Service {
  readonly server: Server;
  /** Whether more requests may come; false from the moment the process is asked to end. */
  ready: boolean;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Makes the service; it listens when its server is told to. */
export function createService(settings: ServiceSettings): Service {
  const metrics = new RequestMetrics();
  const service: Service = {
    ready: true,
    server: createServer((request, response) => {
      const started = performance.now();
      const route = routeOf(request, settings);
      response.on("finish", () => {
        const seconds = (performance.now() - started) / 1000;
        metrics.count(methodLabel(request), route, response.statusCode, seconds);
      });
      send(request, response, answerOf(request, route, service, settings, metrics));
    }),
  };
  return service;
}

type Route = "health" | "ready" | "metrics" | "root" | "other";

function routeOf(request: IncomingMessage, { name }: ServiceSettings): Route {
  const path = (request.url ?? "/").replace(/[?#].*$/, "");
  switch (path) {
    case "/healthz":
    case "/health":
      return "health";
    case "/readyz":
      return "ready";
    case "/metrics":
      return "metrics";
    default:
      return path === "/" || path === `/${name}` || path.startsWith(`/${name}/`) ? "root" : "other";
  }
}

function answerOf(
  request: IncomingMessage,
  route: Route,
  service: Service,
  settings: ServiceSettings,
  metrics: RequestMetrics,
): Answer {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return json(405, { error: "only GET and HEAD are answered here" });
  }
  switch (route) {
    case "health":
      return json(200, { status: "ok" });
    case "ready":
      return service.ready ? json(200, { status: "ready" }) : json(503, { status: "ending" });
    case "metrics":
      return { status: 200, type: metricsContentType, body: metrics.text(settings.name) };
    case "root":
      return json(200, { service: settings.name, settings: settings.found });
    case "other":
      return json(404, { error: "there is nothing at this path" });
  }
}

function json(status: number, body: object): Answer {
  return { status, type: "application/json; charset=utf-8", body: `${JSON.stringify(body)}\n` };
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    "content-type": answer.type,
    "content-length": Buffer.byteLength(answer.body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(answer.status === 405 ? { allow: "GET, HEAD" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : answer.body);
}

/** The method as a label; what is no usual method is one label, for the same reason as paths. */
function methodLabel({ method = "" }: IncomingMessage): string {
  return ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].includes(method) ? method : "other";
}
