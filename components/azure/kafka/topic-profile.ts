import { firewallRefusals } from "../network/firewall.ts";
import { distinct, matching, oneOf, wholeNumber } from "../refusals/checks.ts";
import type { Refusal } from "../refusals/refusal.ts";
import type { EventHubsKafkaArgs, KafkaTopicArgs } from "./event-hubs-kafka.ts";

/** Price tiers of a namespace that speak Kafka. */
export const EventHubsTier = {
  /** Throughput units on shared brokers; 7 days of messages. */
  Standard: "Standard",
  /** Processing units of one's own; 90 days of messages. */
  Premium: "Premium",
} as const;
export type EventHubsTier = (typeof EventHubsTier)[keyof typeof EventHubsTier];

/** What happens to old messages of a topic. */
export const TopicCleanup = {
  /** They are removed after the retention time. */
  Delete: "Delete",
  /** The last message of each key stays. */
  Compact: "Compact",
} as const;
export type TopicCleanup = (typeof TopicCleanup)[keyof typeof TopicCleanup];

/** Limits of the tiers; https://learn.microsoft.com/azure/event-hubs/event-hubs-quotas */
const limits = {
  [EventHubsTier.Standard]: { capacities: "1 to 40", partitions: 32, hours: 7 * 24 },
  [EventHubsTier.Premium]: { capacities: "1, 2, 4, 6, 8, 10, 12 or 16", partitions: 100, hours: 90 * 24 },
} as const;
const premiumCapacities = [1, 2, 4, 6, 8, 10, 12, 16];

function topicRefusals(path: string, tier: EventHubsTier, topic: KafkaTopicArgs): Refusal[] {
  const { partitions, hours } = limits[tier];
  const groups = [...Object.keys(topic.readers ?? {}), ...(topic.consumerGroups ?? [])];
  return [
    ...matching(
      `${path}.name`,
      topic.name,
      /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,254}[A-Za-z0-9])?$/,
      "1 to 256 letters, digits, dots, hyphens and underscores inside",
      "Choose another name.",
    ),
    ...wholeNumber(`${path}.partitions`, topic.partitions, 1, partitions, `The tier ${tier} allows so many.`),
    ...wholeNumber(
      `${path}.retentionHours`,
      topic.retentionHours,
      1,
      hours,
      `The tier ${tier} keeps messages so long.`,
    ),
    ...oneOf(`${path}.cleanup`, topic.cleanup, TopicCleanup),
    ...distinct(`${path}.consumerGroups`, groups),
    ...groups.flatMap((group) =>
      matching(
        `${path}.consumerGroups`,
        group,
        /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,48}[A-Za-z0-9])?$/,
        "1 to 50 letters, digits, dots, hyphens and underscores inside",
        "A consumer group is named after its reader: choose another name.",
      ),
    ),
  ];
}

/** What is wrong with the arguments of a namespace and its topics. */
export function kafkaRefusals(args: EventHubsKafkaArgs): Refusal[] {
  const tier = args.tier ?? EventHubsTier.Standard;
  const found: Refusal[] = [
    ...oneOf("tier", args.tier, EventHubsTier),
    ...firewallRefusals(args.publicNetworkAccess, args.allowedIpRanges),
    ...distinct(
      "topics",
      args.topics.map(({ name }) => name),
    ),
  ];
  if (!Object.hasOwn(limits, tier)) {
    return found;
  }
  const capacity = args.capacity ?? 1;
  const fits =
    tier === EventHubsTier.Premium
      ? premiumCapacities.includes(capacity)
      : Number.isInteger(capacity) && capacity >= 1 && capacity <= 40;
  if (!fits) {
    found.push({
      property: "capacity",
      value: capacity,
      allowed: limits[tier].capacities,
      remedy: "Throughput units with the tier Standard, processing units with Premium.",
    });
  }
  if (args.maximumThroughputUnits !== undefined) {
    if (tier === EventHubsTier.Premium) {
      found.push({
        property: "maximumThroughputUnits",
        value: args.maximumThroughputUnits,
        allowed: "nothing with the tier Premium",
        remedy: "Only the tier Standard grows by itself.",
      });
    } else {
      found.push(
        ...wholeNumber(
          "maximumThroughputUnits",
          args.maximumThroughputUnits,
          capacity,
          40,
          "It is no less than capacity.",
        ),
      );
    }
  }
  return [...found, ...args.topics.flatMap((topic, index) => topicRefusals(`topics[${index}]`, tier, topic))];
}
