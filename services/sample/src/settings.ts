/** The settings of the process, read from its environment. */
import type { ServiceSettings } from "./service.ts";

/** What the platform sets for a service: its database, its Kafka link, its identity. */
const platformSetting = /^(AZURE|DATABASE|KAFKA)_/;

/** The settings, and the port to listen on: `PORT`, by default 8080; 0 takes any that is free. */
export function readSettings(environment: NodeJS.ProcessEnv): ServiceSettings & { readonly port: number } {
  const port = environment["PORT"] || "8080";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new Error(`PORT is ${JSON.stringify(port)}; it must be a number from 0 to 65535.`);
  }
  return {
    port: Number(port),
    name: environment["SERVICE_NAME"] || "sample",
    found: Object.keys(environment)
      .filter((name) => platformSetting.test(name))
      .sort(),
  };
}
