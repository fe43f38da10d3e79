import type { V1Deployment, V1Job, V1PodSpec } from "@kubernetes/client-node";

const container = { name: "main", image: "example.com/app:1" };

/** A Deployment; it needs no image, since no container runs. */
export function deployment(name: string, replicas: number, pod: Partial<V1PodSpec> = {}): V1Deployment {
  return {
    metadata: { name },
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name } }, spec: { containers: [container], ...pod } },
    },
  };
}

/** A Job of several pods. */
export function job(name: string, completions: number): V1Job {
  return {
    metadata: { name },
    spec: {
      completions,
      parallelism: completions,
      template: { spec: { restartPolicy: "Never", containers: [container] } },
    },
  };
}
