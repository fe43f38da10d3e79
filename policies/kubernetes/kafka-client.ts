import type { Property } from "../property.ts";
import type { ResourceView } from "../view.ts";
import { containersOf } from "./pod.ts";

/** The settings of a Kafka client, as far as a container or a ConfigMap holds them. */
export interface KafkaClient {
  readonly brokers: readonly Property[];
  readonly protocols: readonly Property[];
  readonly mechanisms: readonly Property[];
  /** Whether other settings may come from a place that is not looked at. */
  readonly mayBeSetElsewhere: boolean;
}

/** The Kafka clients that an object configures: one per container, by environment variables, and one per ConfigMap. */
export function kafkaClientsOf(resource: ResourceView): readonly KafkaClient[] {
  if (resource.kind.module === "core" && resource.kind.name.startsWith("ConfigMap"))
    return [kafkaClient(resource.props.at("data").entries(), true)];
  return containersOf(resource).map(({ props }) =>
    kafkaClient(
      props
        .at("env")
        .items()
        .map((variable) => [variable.at("name").string ?? "", variable.at("value")]),
      props.at("envFrom").isSet,
    ),
  );
}

function kafkaClient(
  settings: readonly (readonly [name: string, value: Property])[],
  mayBeSetElsewhere: boolean,
): KafkaClient {
  const named = (ending: RegExp) =>
    settings.filter(([name, value]) => ending.test(canonical(name)) && value.isSet).map(([, value]) => value);
  const brokers = named(/(^|_)KAFKA_(.+_)?BOOTSTRAP_SERVERS$|^BOOTSTRAP_SERVERS$/);
  return {
    brokers,
    protocols: named(/(^|_)KAFKA_(.+_)?SECURITY_PROTOCOL$|^SECURITY_PROTOCOL$/),
    mechanisms: named(/(^|_)KAFKA_(.+_)?SASL_MECHANISM$|^SASL_MECHANISM$/),
    mayBeSetElsewhere,
  };
}

/** `security.protocol` and `KAFKA_SECURITY_PROTOCOL` in one spelling. */
function canonical(name: string): string {
  return name.toUpperCase().replaceAll(/[.-]/g, "_");
}
