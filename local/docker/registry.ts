/** Whether a registry can be pushed to, as far as a look from outside tells. */

/** How long a registry may take to answer, in milliseconds. */
const ANSWER_TIME = 2000;

/**
 * Whether a registry answers at its API's base, https://distribution.github.io/distribution/spec/api/#api-version-check. Any HTTP answer counts: without
 * credentials it is usually 401.
 *
 * @param registry - host, with a port when it has one
 */
export async function registryAnswers(registry: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(baseUrl(registry), {
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIME)]),
    });
    await response.body?.cancel();
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

/** As Docker does it: plain HTTP to this machine only. */
function baseUrl(registry: string): string {
  if (registry === "docker.io" || registry === "index.docker.io") {
    return "https://registry-1.docker.io/v2/";
  }
  const local = /^(localhost|127(\.\d+){3})(:\d+)?$/.test(registry);
  return `${local ? "http" : "https"}://${registry}/v2/`;
}
