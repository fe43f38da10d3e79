import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import * as z from "zod";

const names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/** The browser that the environment variable CHROMIUM names, or that is installed; `undefined` where there is none. */
export function installedBrowser(): string | undefined {
  const named = process.env["CHROMIUM"];
  if (named !== undefined && named !== "") return named;
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(existsSync);
}

const reply = z.object({
  id: z.number().optional(),
  error: z.object({ message: z.string() }).optional(),
  result: z
    .object({
      result: z.object({ value: z.unknown().optional() }).optional(),
      exceptionDetails: z.unknown().optional(),
    })
    .optional(),
});

/** One page in a browser without a window, spoken to by the DevTools protocol. */
export class BrowserPage {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: z.infer<typeof reply>) => void>();
  #calls = 0;

  private constructor(process: ChildProcess, profile: string, socket: WebSocket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      const answer = reply.parse(JSON.parse(String(data)));
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  static async open(browser: string, file: string): Promise<BrowserPage> {
    const profile = mkdtempSync(path.join(tmpdir(), "browser-"));
    const child = spawn(
      browser,
      [
        "--headless",
        // Containers give a browser no sandbox of its own; the page is ours.
        "--no-sandbox",
        "--no-zygote",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--remote-debugging-port=0",
        `--user-data-dir=${profile}`,
        pathToFileURL(file).href,
      ],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    const port = await new Promise<string>((resolve, reject) => {
      createInterface(child.stderr).on("line", (line) => {
        const found = /ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`the browser ended with ${code}`)));
    });
    const targets = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }));
    let target: string | undefined;
    while (target === undefined) {
      const list = targets.parse(await (await fetch(`http://127.0.0.1:${port}/json/list`)).json());
      target = list.find(({ type }) => type === "page")?.webSocketDebuggerUrl;
    }
    const socket = new WebSocket(target);
    await new Promise((resolve, reject) => {
      socket.addEventListener("open", resolve);
      socket.addEventListener("error", reject);
    });
    const page = new BrowserPage(child, profile, socket);
    while ((await page.evaluate("document.readyState")) !== "complete");
    return page;
  }

  /** The value of a JavaScript expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const id = ++this.#calls;
    const answer = await new Promise<z.infer<typeof reply>>((resolve) => {
      this.#waiting.set(id, resolve);
      const params = { expression, returnByValue: true, awaitPromise: true };
      this.#socket.send(JSON.stringify({ id, method: "Runtime.evaluate", params }));
    });
    const wrong = answer.error ?? answer.result?.exceptionDetails;
    if (wrong !== undefined) throw new Error(`${expression}: ${JSON.stringify(wrong)}`);
    return answer.result?.result?.value;
  }

  async close(): Promise<void> {
    this.#socket.close();
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill("SIGKILL");
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
