/** A small HTTP service: starts, says so in a line of JSON, and ends in order when it is asked to. */
import type { AddressInfo } from "node:net";
import { createService } from "./service.ts";
import { readSettings } from "./settings.ts";

/** How long running requests may take to end, in milliseconds: less than the 30 seconds that Kubernetes waits. */
const endGrace = 20_000;

const settings = readSettings(process.env);
const service = createService(settings);

function log(message: string, details: object = {}): void {
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), service: settings.name, message, ...details })}\n`,
  );
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    service.ready = false;
    log("ending", { signal });
    service.server.close(() => {
      log("ended");
      process.exit(0);
    });
    service.server.closeIdleConnections();
    setTimeout(() => {
      log("requests were cut off", { afterMilliseconds: endGrace });
      process.exit(1);
    }, endGrace).unref();
  });
}

service.server.listen(settings.port, () => {
  const { port } = service.server.address() as AddressInfo;
  log("listening", { port });
});
