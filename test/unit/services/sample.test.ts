import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const context = fileURLToPath(new URL("../../../services/sample/", import.meta.url));

/** The sample service as a process. */
class RunningService {
  readonly process: ChildProcess;
  readonly lines: string[] = [];
  readonly ended: Promise<number | string>;
  port = 0;

  private constructor(environment: NodeJS.ProcessEnv) {
    this.process = spawn(process.execPath, ["src/main.ts"], {
      cwd: context,
      env: { PATH: process.env["PATH"], ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.ended = once(this.process, "exit").then(
      ([code, signal]: (number | string | null)[]) => code ?? signal ?? "?",
    );
  }

  static async start(environment: NodeJS.ProcessEnv = {}): Promise<RunningService> {
    const service = new RunningService({ PORT: "0", SERVICE_NAME: "idea", ...environment });
    assert.ok(service.process.stdout);
    const lines = createInterface({ input: service.process.stdout });
    const listening = new Promise<number>((resolve) => {
      lines.on("line", (line) => {
        service.lines.push(line);
        const entry = JSON.parse(line) as { message: string; port: number };
        if (entry.message === "listening") {
          resolve(entry.port);
        }
      });
    });
    service.port = await Promise.race([
      listening,
      service.ended.then((code) => Promise.reject(new Error(`The service ended with ${code}.`))),
    ]);
    return service;
  }

  get(path: string, options: RequestInit = {}): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, { ...options, headers: { connection: "close" } });
  }
}

describe("the sample service", function () {
  this.timeout(20_000);
  let service: RunningService | undefined;

  afterEach(async () => {
    service?.process.kill("SIGKILL");
    await service?.ended;
    service = undefined;
  });

  it("answers health and readiness", async () => {
    service = await RunningService.start();
    for (const path of ["/healthz", "/health", "/readyz"]) {
      const response = await service.get(path);
      assert.equal(response.status, 200, path);
    }
  });

  it("tells its name and which settings it found, and no value of them", async () => {
    service = await RunningService.start({
      DATABASE_HOST: "db.internal",
      KAFKA_BOOTSTRAP_SERVERS: "kafka.internal:9093",
      AZURE_CLIENT_ID: "6d7a",
      UNRELATED: "1",
    });
    for (const path of ["/", "/?a=b", "/idea", "/idea/42"]) {
      const response = await service.get(path);
      assert.equal(response.status, 200, path);
      assert.deepEqual(await response.json(), {
        service: "idea",
        settings: ["AZURE_CLIENT_ID", "DATABASE_HOST", "KAFKA_BOOTSTRAP_SERVERS"],
      });
    }
    for (const value of ["db.internal", "kafka.internal", "6d7a"]) {
      assert.ok(!service.lines.join().includes(value));
    }
  });

  it("has nothing at other paths and for other methods", async () => {
    service = await RunningService.start();
    assert.equal((await service.get("/ideas")).status, 404);
    const posted = await service.get("/", { method: "POST" });
    assert.equal(posted.status, 405);
    assert.equal(posted.headers.get("allow"), "GET, HEAD");
    const head = await service.get("/", { method: "HEAD" });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), "");
  });

  it("counts its requests in Prometheus' text format", async () => {
    service = await RunningService.start({ SERVICE_NAME: 'i"d\\ea' });
    await service.get("/healthz");
    await service.get("/healthz");
    await service.get("/nowhere/1");
    await service.get("/nowhere/2");
    const response = await service.get("/metrics");
    assert.equal(response.headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    const text = await response.text();
    const sample =
      /^[a-z_]+(\{[a-z]+="([^"\\\n]|\\["\\n])*"(,[a-z]+="([^"\\\n]|\\["\\n])*")*\})? -?[0-9.e+-]+$/;
    assert.ok(text.endsWith("\n"));
    for (const line of text.trimEnd().split("\n")) {
      assert.match(line, line.startsWith("#") ? /^# (HELP|TYPE) [a-z_]+ .+$/ : sample);
    }
    const lines = text.split("\n");
    assert.ok(lines.includes('service_info{service="i\\"d\\\\ea"} 1'));
    assert.ok(lines.includes('http_requests_total{method="GET",route="health",status="200"} 2'));
    assert.ok(lines.includes('http_requests_total{method="GET",route="other",status="404"} 2'));
    assert.ok(lines.includes('http_request_duration_seconds_bucket{le="+Inf"} 4'));
    assert.ok(lines.includes("http_request_duration_seconds_count 4"));
  });

  it("refuses a port that is none", async () => {
    await assert.rejects(() => RunningService.start({ PORT: "http" }), /ended with 1/);
  });

  it("finishes a running request when it is asked to end, and takes no more", async () => {
    service = await RunningService.start();
    const { port } = service;
    // A request whose last line comes after the signal.
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    socket.write("GET /readyz HTTP/1.1\r\nhost: test\r\n");
    await new Promise((resolve) => setTimeout(resolve, 50));
    service.process.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await assert.rejects(() => fetch(`http://127.0.0.1:${port}/`));
    socket.write("connection: close\r\n\r\n");
    let answer = "";
    for await (const chunk of socket) {
      answer += String(chunk);
    }
    assert.match(answer, /^HTTP\/1\.1 503 /);
    assert.equal(await service.ended, 0);
  });

  it("ends at once when nothing runs", async () => {
    service = await RunningService.start();
    service.process.kill("SIGTERM");
    assert.equal(await service.ended, 0);
    assert.match(service.lines.at(-1) ?? "", /"message":"ended"/);
  });

  describe("its image", () => {
    const dockerfile = readFileSync(new URL("Dockerfile", `file://${context}`), "utf8");

    it("runs as a numeric user that is not root, from a base with a fixed version", () => {
      assert.match(dockerfile, /^FROM \S+:\d+\.\d+\.\d+-alpine$/m);
      assert.match(dockerfile, /^USER [1-9]\d*:[1-9]\d*$/m);
      assert.match(dockerfile, /^ENTRYPOINT \["node", "src\/main\.ts"\]$/m);
    });

    it("holds everything that the service imports", () => {
      const copied = [...dockerfile.matchAll(/^COPY --chown=0:0 (\S+)/gm)].map(([, path]) => path);
      assert.deepEqual(copied, ["package.json", "src"]);
      for (const file of readdirSync(new URL("src/", `file://${context}`))) {
        const source = readFileSync(new URL(`src/${file}`, `file://${context}`), "utf8");
        for (const [, specifier] of source.matchAll(/from "([^"]+)"/g)) {
          assert.match(specifier ?? "", /^(node:|\.\/[a-z-]+\.ts$)/, `${file} imports ${specifier}`);
        }
      }
    });
  });
});
