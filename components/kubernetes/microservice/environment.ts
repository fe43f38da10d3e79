import type * as inputs from "@pulumi/kubernetes/types/input.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Refusal } from "../refusal/refusal.ts";
import type { DatabaseClient } from "./database-client.ts";
import { databaseEnvironment } from "./database-client.ts";
import type { KafkaClient } from "./kafka-client.ts";
import { kafkaEnvironment } from "./kafka-client.ts";

/** What the environment of a service's container is made of. */
export interface EnvironmentSources {
  readonly port: number;
  readonly env: Readonly<Record<string, pulumi.Input<string>>>;
  readonly database: DatabaseClient | undefined;
  readonly kafka: KafkaClient | undefined;
}

/** The settings that follow from the other arguments. */
function derived({ port, database, kafka }: EnvironmentSources): Record<string, pulumi.Input<string>> {
  return {
    PORT: `${port}`,
    ...(database === undefined ? {} : databaseEnvironment(database)),
    ...(kafka === undefined ? {} : kafkaEnvironment(kafka)),
  };
}

/**
 * The environment of the container, sorted by name: the order of the stack file must not roll the pods. The
 * settings lie in the pod's template and not in a ConfigMap, so that a change rolls out like any other.
 */
export function environment(sources: EnvironmentSources): inputs.core.v1.EnvVar[] {
  return Object.entries({ ...derived(sources), ...sources.env })
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => ({ name, value }));
}

/** Words that say a variable holds a secret, as Checkov and KICS look for them. */
const secretName =
  /(^|_)(PASSWORD|PASSWD|PWD|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CONNECTION_?STRING|CREDENTIALS?)(_|$)/i;

/**
 * Refuses malformed names, names that another argument decides, and names that promise a secret: environment
 * variables are readable in the cluster's API, in logs and in child processes (CKV_K8S_35).
 */
export function refuseEnvironment(sources: EnvironmentSources): Refusal[] {
  const taken = derived(sources);
  return Object.keys(sources.env).flatMap((name) => {
    const property = `env["${name}"]`;
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      return [
        {
          property,
          value: name,
          allowed: "a name of letters, digits and underscores that starts with no digit",
          remedy: "Rename the variable.",
        },
      ];
    }
    if (name in taken) {
      return [
        {
          property,
          value: name,
          allowed: "a variable that port, database and kafka do not set themselves",
          remedy: "Remove it and change that argument.",
        },
      ];
    }
    if (secretName.test(name)) {
      return [
        {
          property,
          value: name,
          allowed: "no secret",
          remedy: "Mount a Kubernetes Secret as files with the argument secrets, or sign in with identity.",
        },
      ];
    }
    return [];
  });
}
