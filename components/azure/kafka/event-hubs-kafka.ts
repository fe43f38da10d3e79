import * as pulumi from "@pulumi/pulumi";
import { ConsumerGroup } from "@pulumi/azure-native/eventhub/consumerGroup.js";
import { EventHub } from "@pulumi/azure-native/eventhub/eventHub.js";
import { Namespace } from "@pulumi/azure-native/eventhub/namespace.js";
import { NamespaceNetworkRuleSet } from "@pulumi/azure-native/eventhub/namespaceNetworkRuleSet.js";
import { assignRole, DirectoryPrincipalType } from "../identity/role-assignment.ts";
import { acceptableName } from "../naming/name-check.ts";
import { nameRules } from "../naming/name-rules.ts";
import { stackName } from "../naming/stack-name.ts";
import { PrivateEndpointConnection } from "../network/private-endpoint-connection.ts";
import { privateLinkGroups } from "../network/private-link.ts";
import type { PrivateLinkArgs } from "../network/private-link.ts";
import { refuse } from "../refusals/refusal.ts";
import { eventHubsClientSettings, hostOf } from "./client-settings.ts";
import type { KafkaLink } from "./kafka-link.ts";
import { EventHubsTier, kafkaRefusals, TopicCleanup } from "./topic-profile.ts";

/** A topic, which is an event hub. */
export interface KafkaTopicArgs {
  /** Name of the topic. */
  name: string;
  /** Partitions, 1 to 32, or 100 with the tier Premium; can only grow, and only with Premium. Default: 4. */
  partitions?: number;
  /** Hours for which messages are kept, 1 to 168, or 2160 with the tier Premium; with Compact, for which removed keys are remembered. Default: 168. */
  retentionHours?: number;
  /** What happens to old messages. Default: Delete. */
  cleanup?: TopicCleanup;
  /** Object ids of identities that write, by the writer's name. Default: nobody. */
  writers?: Record<string, pulumi.Input<string>>;
  /** Object ids of identities that read, by the reader's name; each gets a consumer group of that name. Default: nobody. */
  readers?: Record<string, pulumi.Input<string>>;
  /** Further consumer groups, for readers whose rights are granted elsewhere. Default: none. */
  consumerGroups?: string[];
}

/** Arguments of {@link EventHubsKafka}. */
export interface EventHubsKafkaArgs {
  /** Resource group of the namespace. */
  resourceGroupName: pulumi.Input<string>;
  /** Region. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Name, unique in Azure: 6 to 50 letters, digits and hyphens. Default: component's name and a hash of project and stack. */
  namespaceName?: string;
  /** Price tier. Default: Standard. Changing it replaces the namespace. */
  tier?: EventHubsTier;
  /** Throughput units (Standard) or processing units (Premium). Default: 1. */
  capacity?: number;
  /** Throughput units up to which the namespace grows by itself; Standard only. Default: it does not. */
  maximumThroughputUnits?: number;
  /** Whether the namespace is reached from the Internet. Default: false (Azure Policy 0602787f). */
  publicNetworkAccess?: boolean;
  /** IPv4 blocks that may reach a public namespace; needed with publicNetworkAccess (PSRule Azure.EventHub.Firewall). Default: none. */
  allowedIpRanges?: string[];
  /** Private endpoint. Default: none. */
  privateEndpoint?: PrivateLinkArgs;
  /** Topics. */
  topics: KafkaTopicArgs[];
  /** Whether Pulumi refuses to delete or replace the namespace and its topics. Default: false. */
  protect?: boolean;
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/**
 * The Kafka link on Azure Event Hubs: a namespace without keys, its topics, and the rights of their writers and readers.
 * Token: azure-platform:index:EventHubsKafka.
 */
export class EventHubsKafka extends pulumi.ComponentResource implements KafkaLink {
  /** Id of the namespace. */
  readonly namespaceId: pulumi.Output<string>;
  /** Name of the namespace. */
  readonly namespaceName: pulumi.Output<string>;
  /** Brokers as host:port. */
  readonly bootstrapServers: pulumi.Output<string>;
  /** Names of the topics; there when their consumer groups and grants are. */
  readonly topics: pulumi.Output<string[]>;
  /** Settings of a Kafka client, without credentials. */
  readonly clientSettings: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: EventHubsKafkaArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("EventHubsKafka", name, [
      ...acceptableName("namespaceName", args.namespaceName, nameRules.eventHubsNamespace),
      ...kafkaRefusals(args),
    ]);
    super("azure-platform:index:EventHubsKafka", name, args, opts);

    const { resourceGroupName, location, tags, protect } = args;
    const tier = args.tier ?? EventHubsTier.Standard;
    const publicNetworkAccess = (args.publicNetworkAccess ?? false) ? "Enabled" : "Disabled";
    const child = { parent: this };

    const namespace = new Namespace(
      `${name}-namespace`,
      {
        resourceGroupName,
        location,
        tags,
        namespaceName: args.namespaceName ?? stackName(nameRules.eventHubsNamespace, name),
        sku: { name: tier, tier, capacity: args.capacity ?? 1 },
        isAutoInflateEnabled: args.maximumThroughputUnits !== undefined,
        maximumThroughputUnits: args.maximumThroughputUnits ?? 0,
        kafkaEnabled: true,
        // PSRule Azure.EventHub.DisableLocalAuth, CKV_AZURE_223, CKV_AZURE_228
        disableLocalAuth: true,
        minimumTlsVersion: "1.2",
        zoneRedundant: true,
        publicNetworkAccess,
      },
      { parent: this, protect },
    );
    const firewall = new NamespaceNetworkRuleSet(
      `${name}-firewall`,
      {
        resourceGroupName,
        namespaceName: namespace.name,
        defaultAction: "Deny",
        publicNetworkAccess,
        trustedServiceAccessEnabled: true,
        ipRules: args.allowedIpRanges?.map((ipMask) => ({ ipMask, action: "Allow" })) ?? [],
      },
      child,
    );
    if (args.privateEndpoint !== undefined) {
      new PrivateEndpointConnection(
        `${name}-private`,
        {
          resourceGroupName,
          location,
          tags,
          targetId: namespace.id,
          groupId: privateLinkGroups.eventHubs,
          ...args.privateEndpoint,
        },
        child,
      );
    }

    const parts: pulumi.Resource[] = [firewall];
    const topics = args.topics.map((topic) => {
      const retentionHours = topic.retentionHours ?? 168;
      const hub = new EventHub(
        `${name}-topic-${topic.name}`,
        {
          resourceGroupName,
          namespaceName: namespace.name,
          eventHubName: topic.name,
          partitionCount: topic.partitions ?? 4,
          retentionDescription:
            topic.cleanup === TopicCleanup.Compact
              ? { cleanupPolicy: "Compact", tombstoneRetentionTimeInHours: retentionHours }
              : { cleanupPolicy: "Delete", retentionTimeInHours: retentionHours },
        },
        { parent: this, protect },
      );
      for (const group of [...Object.keys(topic.readers ?? {}), ...(topic.consumerGroups ?? [])]) {
        parts.push(
          new ConsumerGroup(
            `${name}-topic-${topic.name}-group-${group}`,
            {
              resourceGroupName,
              namespaceName: namespace.name,
              eventHubName: hub.name,
              consumerGroupName: group,
            },
            child,
          ),
        );
      }
      for (const [writer, principalId] of Object.entries(topic.writers ?? {})) {
        parts.push(
          assignRole(
            `${name}-topic-${topic.name}-writer-${writer}`,
            {
              principalId,
              principalType: DirectoryPrincipalType.ServicePrincipal,
              role: "Azure Event Hubs Data Sender",
              scope: hub.id,
              description: `${writer} writes to the topic ${topic.name}`,
            },
            child,
          ),
        );
      }
      for (const [reader, principalId] of Object.entries(topic.readers ?? {})) {
        parts.push(
          assignRole(
            `${name}-topic-${topic.name}-reader-${reader}`,
            {
              principalId,
              principalType: DirectoryPrincipalType.ServicePrincipal,
              role: "Azure Event Hubs Data Receiver",
              scope: hub.id,
              description: `${reader} reads the topic ${topic.name}`,
            },
            child,
          ),
        );
      }
      return hub.name;
    });

    const host = namespace.serviceBusEndpoint.apply(hostOf);
    this.namespaceId = namespace.id;
    this.namespaceName = namespace.name;
    this.bootstrapServers = pulumi.interpolate`${host}:9093`;
    // The URNs are known at preview and make users of the topics wait for their groups and grants.
    this.topics = pulumi
      .all([pulumi.all(topics), pulumi.all(parts.map((part) => part.urn))])
      .apply(([names]) => names);
    this.clientSettings = host.apply(eventHubsClientSettings);
    this.registerOutputs({
      namespaceId: this.namespaceId,
      namespaceName: this.namespaceName,
      bootstrapServers: this.bootstrapServers,
      topics: this.topics,
      clientSettings: this.clientSettings,
    });
  }
}
