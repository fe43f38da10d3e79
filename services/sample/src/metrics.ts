/** Metrics of a service in Prometheus' text format, https://prometheus.io/docs/instrumenting/exposition_formats. */

/** Content type of the text. */
export const metricsContentType = "text/plain; version=0.0.4; charset=utf-8";

/** Upper bounds of the request durations, in seconds. */
const durationBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** Counts requests. */
export class RequestMetrics {
  /** Number of requests by their labels, as they are written. */
  readonly #requests = new Map<string, number>();
  /** Number of requests by the first bound that they did not exceed; the last is for those that exceeded all. */
  readonly #durations = new Array<number>(durationBounds.length + 1).fill(0);
  #durationSum = 0;

  /**
   * Counts an answered request.
   *
   * @param route - one of a few names: a label of a path as it was asked for would let anyone make metrics without end
   * @param seconds - time from the request to the end of the answer
   */
  count(method: string, route: string, status: number, seconds: number): void {
    const labels = `method="${escaped(method)}",route="${escaped(route)}",status="${status}"`;
    this.#requests.set(labels, (this.#requests.get(labels) ?? 0) + 1);
    const bucket = durationBounds.findIndex((bound) => seconds <= bound);
    const index = bucket === -1 ? durationBounds.length : bucket;
    this.#durations[index] = (this.#durations[index] ?? 0) + 1;
    this.#durationSum += seconds;
  }

  /** All metrics, those of the process included. */
  text(service: string): string {
    const lines = [
      "# HELP service_info What this process is.",
      "# TYPE service_info gauge",
      `service_info{service="${escaped(service)}"} 1`,
      "# HELP process_start_time_seconds Start of the process, in Unix time.",
      "# TYPE process_start_time_seconds gauge",
      `process_start_time_seconds ${(performance.timeOrigin / 1000).toFixed(3)}`,
      "# HELP process_resident_memory_bytes Memory of the process.",
      "# TYPE process_resident_memory_bytes gauge",
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      "# HELP http_requests_total Requests that were answered.",
      "# TYPE http_requests_total counter",
      ...[...this.#requests].map(([labels, count]) => `http_requests_total{${labels}} ${count}`),
      "# HELP http_request_duration_seconds Time from request to answer.",
      "# TYPE http_request_duration_seconds histogram",
      ...this.#histogram(),
    ];
    return `${lines.join("\n")}\n`;
  }

  #histogram(): string[] {
    const name = "http_request_duration_seconds";
    let cumulative = 0;
    const buckets = this.#durations.map((count, index) => {
      cumulative += count;
      return `${name}_bucket{le="${durationBounds[index] ?? "+Inf"}"} ${cumulative}`;
    });
    return [...buckets, `${name}_sum ${this.#durationSum}`, `${name}_count ${cumulative}`];
  }
}

/** A label's value, in which quotes, backslashes and line ends would break the line. */
function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
