import * as pulumi from "@pulumi/pulumi";
import { AgentPool } from "@pulumi/azure-native/containerservice/agentPool.js";
import { matching } from "../refusals/checks.ts";
import { refuse } from "../refusals/refusal.ts";
import { PoolMode, poolProfile, poolRefusals } from "./pool-profile.ts";
import type { NodePoolArgs } from "./pool-profile.ts";

/** Arguments of {@link AksNodePool}. */
export interface AksNodePoolArgs extends NodePoolArgs {
  /** Resource group of the cluster. */
  resourceGroupName: pulumi.Input<string>;
  /** Name of the cluster. */
  clusterName: pulumi.Input<string>;
  /** Id of the subnet of the nodes. */
  nodeSubnetId: pulumi.Input<string>;
  /** Name of the pool: 1 to 12 lower case letters and digits, first a letter. Default: the component's name. */
  poolName?: string;
  /** What the nodes run. Default: User. */
  mode?: PoolMode;
  /** Whether Pulumi refuses to delete or replace the pool. Default: false. */
  protect?: boolean;
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/**
 * A node pool of an AKS cluster, apart from the cluster: changing it never touches the cluster.
 * Token: azure-platform:index:AksNodePool.
 */
export class AksNodePool extends pulumi.ComponentResource {
  /** Id of the pool. */
  readonly poolId: pulumi.Output<string>;
  /** Name of the pool, also the value of the node label kubernetes.azure.com/agentpool. */
  readonly poolName: pulumi.Output<string>;

  constructor(name: string, args: AksNodePoolArgs, opts?: pulumi.ComponentResourceOptions) {
    const mode = args.mode ?? PoolMode.User;
    const poolName = args.poolName ?? name;
    refuse("AksNodePool", name, [
      ...matching(
        "poolName",
        poolName,
        /^[a-z][a-z0-9]{0,11}$/,
        "1 to 12 lower case letters and digits, first a letter (PSRule Azure.AKS.UserPoolNaming)",
        "Set poolName when the component's name is no pool name.",
      ),
      ...poolRefusals("", mode, args),
    ]);
    super("azure-platform:index:AksNodePool", name, args, opts);

    const profile = poolProfile(mode, args);
    const pool = new AgentPool(
      `${name}-pool`,
      {
        resourceGroupName: args.resourceGroupName,
        resourceName: args.clusterName,
        agentPoolName: poolName,
        ...profile,
        vnetSubnetID: args.nodeSubnetId,
        tags: args.tags,
      },
      {
        parent: this,
        protect: args.protect,
        // The autoscaler owns the count; without this an update would set it back to the least.
        ignoreChanges: profile.enableAutoScaling ? ["count"] : [],
      },
    );

    this.poolId = pool.id;
    this.poolName = pool.name;
    this.registerOutputs({ poolId: this.poolId, poolName: this.poolName });
  }
}
