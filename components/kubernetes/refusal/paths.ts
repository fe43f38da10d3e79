import type { Refusal } from "./refusal.ts";

/** Refuses an HTTP path that does not start with a slash or holds characters that NGINX would read as syntax. */
export function refuseHttpPath(property: string, value: string): Refusal[] {
  return /^\/[^\s{};"'\\]*$/.test(value)
    ? []
    : [
        {
          property,
          value,
          allowed: "an absolute HTTP path, without spaces, quotes, backslashes, braces or semicolons",
          remedy: `Start it with "/", for example "/${value.replace(/[^A-Za-z0-9/_-]/g, "").replace(/^\/+/, "")}".`,
        },
      ];
}

/** Refuses a folder of a container that is not absolute, climbs, or would hide the whole file system. */
export function refuseMountPath(property: string, value: string): Refusal[] {
  return /^\/[^\s:]+$/.test(value) && !value.split("/").includes("..")
    ? []
    : [
        {
          property,
          value,
          allowed: 'an absolute folder below "/", without "..", spaces or colons',
          remedy: 'Write it like "/var/cache/app".',
        },
      ];
}
