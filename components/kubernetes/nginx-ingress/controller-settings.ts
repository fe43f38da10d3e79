import { createHash } from "node:crypto";
import type { Refusal } from "../refusal/refusal.ts";

/**
 * The controller's ConfigMap (https://docs.nginx.com/nginx-ingress-controller/configuration/global-configuration/configmap-resource/).
 * Its own defaults still allow TLS 1.0 ciphers where OpenSSL does, and tell the server's version.
 */
const defaults: Readonly<Record<string, string>> = {
  "ssl-redirect": "true",
  "ssl-protocols": "TLSv1.2 TLSv1.3",
  "ssl-prefer-server-ciphers": "false",
  hsts: "true",
  "hsts-max-age": "31536000",
  "hsts-include-subdomains": "false",
  "server-tokens": "false",
  http2: "true",
  "client-max-body-size": "1m",
  "log-format-escaping": "json",
  // One JSON object a request, without query strings: they hold tokens and addresses of people.
  "log-format": `{${[
    '"time":"$time_iso8601"',
    '"client":"$remote_addr"',
    '"host":"$host"',
    '"method":"$request_method"',
    '"path":"$uri"',
    '"status":"$status"',
    '"bytes":"$body_bytes_sent"',
    '"seconds":"$request_time"',
    '"upstreamSeconds":"$upstream_response_time"',
    '"service":"$service"',
    '"requestId":"$request_id"',
  ].join(",")}}`,
};

/** The keys of the ConfigMap: secure defaults, and what the arguments add or override. */
export function controllerSettings(settings: Readonly<Record<string, string>>): Record<string, string> {
  return { ...defaults, ...settings };
}

/**
 * A name for the ConfigMap that changes with its content. So a change of settings is a rollout, which stops at the
 * first pod that NGINX does not start in, instead of an edit under all running pods at once.
 */
export function settingsName(name: string, settings: Readonly<Record<string, string>>): string {
  const content = JSON.stringify(Object.entries(settings).sort(([left], [right]) => (left < right ? -1 : 1)));
  return `${name}-${createHash("sha256").update(content).digest("hex").slice(0, 8)}`;
}

/**
 * Refuses raw NGINX configuration: whoever may write it can read every certificate and the controller's token
 * (CVE-2021-25742, CKV_K8S_153).
 */
export function refuseSettings(settings: Readonly<Record<string, string>>): Refusal[] {
  return Object.entries(settings)
    .filter(([key]) => key.endsWith("-snippets") || key.endsWith("-template"))
    .map(([key, value]) => ({
      property: `settings["${key}"]`,
      value,
      allowed: "no snippet and no template",
      remedy: "Use the key of the ConfigMap or the annotation of the Ingress that stands for what it does.",
    }));
}
