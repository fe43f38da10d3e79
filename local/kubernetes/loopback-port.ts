import { createServer } from "node:net";

export const loopback = "127.0.0.1";

/** Whether a port of the loopback address is free right now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ host: loopback, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * The range clusters take their ports from: below the one from which systems give ports to outgoing connections (Linux from
 * 32768, macOS and IANA from 49152), so that a stopped cluster finds its port free again.
 */
export const portRange = { from: 20_000, to: 32_000 } as const;

/** A free port of {@link portRange}, found from a random place on. */
export async function chooseFreePort(random: () => number = Math.random): Promise<number> {
  const size = portRange.to - portRange.from;
  const start = Math.floor(random() * size);
  for (let step = 0; step < size; step++) {
    const port = portRange.from + ((start + step) % size);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`no port of ${loopback} between ${portRange.from} and ${portRange.to} is free`);
}
