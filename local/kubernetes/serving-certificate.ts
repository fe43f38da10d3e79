import { X509Certificate } from "node:crypto";
import { rmSync } from "node:fs";
import type { ClusterFolder } from "./cluster-folder.ts";
import { readIfThere } from "./private-file.ts";

const pem = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----\n?/g;

/**
 * The authority in the file that the API server writes on its first start: its own certificate and, after it, the one that
 * signed it. Undefined until both are there.
 */
export function authorityOf(chain: string): string | undefined {
  const [, authority] = chain.match(pem) ?? [];
  return authority;
}

/** The certificate authority of a cluster (PEM), or undefined before the API server's first start. */
export function certificateAuthority(folder: ClusterFolder): string | undefined {
  return authorityOf(readIfThere(folder.servingCertificate) ?? "");
}

const renewalMargin = 30 * 24 * 3600 * 1000;

/** Whether a certificate (PEM) ends within 30 days of the moment. */
export function endsSoon(certificate: string, now: Date): boolean {
  return new X509Certificate(certificate).validToDate.getTime() - now.getTime() < renewalMargin;
}

/**
 * Drops a serving certificate that is about to end or is broken; the API server makes a new one on its next start. It is
 * valid for a year.
 */
export function dropEndingCertificate(folder: ClusterFolder, now: Date): void {
  const chain = readIfThere(folder.servingCertificate);
  if (chain === undefined) return;
  if (authorityOf(chain) !== undefined && !endsSoon(chain, now)) return;
  rmSync(folder.servingCertificate, { force: true });
  rmSync(folder.servingKey, { force: true });
}
