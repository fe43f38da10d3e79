import * as pulumi from "@pulumi/pulumi";
import type { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { listManagedClusterUserCredentialsOutput } from "@pulumi/azure-native/containerservice/listManagedClusterUserCredentials.js";
import { MaintenanceConfiguration } from "@pulumi/azure-native/containerservice/maintenanceConfiguration.js";
import { ManagedCluster } from "@pulumi/azure-native/containerservice/managedCluster.js";
import { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import { answered } from "../answers/answered.ts";
import { assignRole, DirectoryPrincipalType } from "../identity/role-assignment.ts";
import type { BuiltInRole } from "../identity/roles.ts";
import { NetworkEgress } from "../network/egress.ts";
import { refuse } from "../refusals/refusal.ts";
import { ClusterTier, NodeOsUpgradeChannel, UpgradeChannel } from "./cluster-choices.ts";
import {
  clusterRefusals,
  defaultClusterWindow,
  defaultNodeWindow,
  defaultPodCidr,
  defaultServiceCidr,
  dnsServiceIp,
  outboundTypes,
} from "./cluster-profile.ts";
import { KubeloginMode } from "./kubelogin-mode.ts";
import { weeklyWindow } from "./maintenance-window.ts";
import type { MaintenanceWindowArgs } from "./maintenance-window.ts";
import { PoolMode, poolProfile } from "./pool-profile.ts";
import type { NodePoolArgs } from "./pool-profile.ts";

/** Somebody who may do everything inside the cluster. */
export interface ClusterAdminArgs {
  /** Name of the grant, unique in the list. */
  name: string;
  /** Object id of the Entra principal. */
  principalId: pulumi.Input<string>;
  /** Kind of the principal; a group where there is a choice (PSRule Azure.RBAC.UseGroups). */
  principalType: DirectoryPrincipalType;
}

/** Arguments of {@link AksCluster}. */
export interface AksClusterArgs {
  /** Resource group of the cluster. */
  resourceGroupName: pulumi.Input<string>;
  /** Region. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Name of the cluster. Default: the component's name. */
  clusterName?: string;
  /** First part of the API server's host name. Default: the cluster's name. Changing it replaces the cluster. */
  dnsPrefix?: string;
  /** Kubernetes version: major.minor with the channel patch, nothing with stable and rapid. Default: Azure's. */
  kubernetesVersion?: string;
  /** Price tier of the control plane. Default: Standard, with an uptime agreement (CKV_AZURE_170). */
  tier?: ClusterTier;
  /** Id of the subnet of the system pool's nodes. */
  nodeSubnetId: pulumi.Input<string>;
  /** Id of a subnet that is delegated to AKS; the API server gets an address in it (VNet integration). Default: none. */
  apiServerSubnetId?: pulumi.Input<string>;
  /** Whether the API server has a private address only. Default: true (CKV_AZURE_115). */
  privateCluster?: boolean;
  /** Networks that may reach a public API server; needed with, and only with, privateCluster false (CKV_AZURE_6). Default: none. */
  authorizedIpRanges?: string[];
  /** Entra tenant of the users. Default: the subscription's. */
  tenantId?: pulumi.Input<string>;
  /** Object ids of Entra groups whose members may do everything inside the cluster. Default: none. */
  adminGroupObjectIds?: string[];
  /** Principals that get the role Azure Kubernetes Service RBAC Cluster Admin on the cluster. Default: none. */
  clusterAdmins?: ClusterAdminArgs[];
  /** Settings of the system pool. Default: those of every node pool. */
  systemPool?: NodePoolArgs;
  /** How nodes reach the Internet; the same as the network's. Default: natGateway. Changing it may replace the cluster. */
  egress?: NetworkEgress;
  /** Range of Service addresses. Default: 10.0.0.0/16. Changing it replaces the cluster. */
  serviceCidr?: string;
  /** Range of pod addresses in the overlay. Default: 10.244.0.0/16. Changing it replaces the cluster. */
  podCidr?: string;
  /** Id of the resource group that holds the public IP of the ingress; the cluster's identity may then use it. Default: none. */
  publicIpScopeId?: pulumi.Input<string>;
  /** Id of the Log Analytics workspace of Container Insights and Defender; needed unless both are false. Default: none. */
  logAnalyticsWorkspaceId?: pulumi.Input<string>;
  /** Whether container logs go to the workspace. Default: true (CKV_AZURE_4). */
  containerInsights?: boolean;
  /** Whether Defender for Containers watches the nodes; it has a price. Default: true (PSRule Azure.AKS.DefenderProfile). */
  defender?: boolean;
  /** Whether Azure Monitor collects Prometheus metrics. Default: true. */
  prometheus?: boolean;
  /** How far AKS upgrades the cluster by itself. Default: patch (CKV_AZURE_171). */
  upgradeChannel?: UpgradeChannel;
  /** How AKS keeps the nodes' operating system up to date. Default: NodeImage (PSRule Azure.AKS.NodeAutoUpgrade). */
  nodeOsUpgradeChannel?: NodeOsUpgradeChannel;
  /** When AKS upgrades the cluster. Default: Saturday 02:00 UTC, 4 hours (PSRule Azure.AKS.MaintenanceWindow). */
  clusterUpgradeWindow?: MaintenanceWindowArgs;
  /** When AKS upgrades the nodes' operating system. Default: Sunday 02:00 UTC, 4 hours. */
  nodeUpgradeWindow?: MaintenanceWindowArgs;
  /** Hours between removals of unused vulnerable images, 24 to 2160. Default: 168 (Azure Policy af3c26b2). */
  imageCleanerIntervalHours?: number;
  /** How often mounted Key Vault secrets are read again. Default: 2m (CKV_AZURE_172). */
  secretRotationInterval?: string;
  /** Whether costs are shown per namespace; not with the tier Free. Default: true, false with the tier Free. */
  costAnalysis?: boolean;
  /** Whether the KEDA add-on scales workloads on events. Default: false. */
  keda?: boolean;
  /** Whether the vertical pod autoscaler add-on runs. Default: false. */
  verticalPodAutoscaler?: boolean;
  /** Name of the resource group that AKS makes for the nodes. Default: Azure's, MC_(group)_(cluster)_(region). Changing it replaces the cluster. */
  nodeResourceGroup?: string;
  /** How the credential plug-in in the kubeconfig signs in. Default: azurecli. */
  kubeloginMode?: KubeloginMode;
  /** Whether Pulumi refuses to delete or replace the cluster. Default: false. */
  protect?: boolean;
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/**
 * An AKS cluster: Azure CNI overlay on Cilium, Entra ID and Azure RBAC, no local accounts, workload identity, Azure
 * Policy, Key Vault secrets, automatic upgrades. Token: azure-platform:index:AksCluster.
 */
export class AksCluster extends pulumi.ComponentResource {
  /** Id of the cluster. */
  readonly clusterId: pulumi.Output<string>;
  /** Name of the cluster. */
  readonly clusterName: pulumi.Output<string>;
  /** Host name of the API server; the private one of a private cluster. */
  readonly apiServerHost: pulumi.Output<string>;
  /** Issuer of service account tokens, which federated credentials trust. */
  readonly oidcIssuerUrl: pulumi.Output<string>;
  /** Object id of the identity with which the control plane works in Azure. */
  readonly identityPrincipalId: pulumi.Output<string>;
  /** Object id of the identity with which nodes pull images. */
  readonly kubeletIdentityObjectId: pulumi.Output<string>;
  /** Name of the resource group that AKS made for the nodes. */
  readonly nodeResourceGroup: pulumi.Output<string>;
  /** Kubeconfig whose credentials come from kubelogin at use. Secret. */
  readonly kubeconfig: pulumi.Output<string>;

  constructor(name: string, args: AksClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    const clusterName = args.clusterName ?? name;
    refuse("AksCluster", name, clusterRefusals(clusterName, args));
    super("azure-platform:index:AksCluster", name, args, opts);

    const { resourceGroupName, location, tags } = args;
    const tier = args.tier ?? ClusterTier.Standard;
    const privateCluster = args.privateCluster ?? true;
    const containerInsights = args.containerInsights ?? true;
    const defender = args.defender ?? true;
    const serviceCidr = args.serviceCidr ?? defaultServiceCidr;
    const workspaceId = args.logAnalyticsWorkspaceId ?? "";

    const identity = new UserAssignedIdentity(
      `${name}-identity`,
      { resourceGroupName, location, tags, resourceName: `${clusterName}-control-plane` },
      { parent: this },
    );
    // The nodes' identity is made here, not by AKS: rights can be granted to it before there is a cluster, and a change of the
    // cluster does not make it look new in a preview. https://learn.microsoft.com/azure/aks/use-managed-identity
    const kubeletIdentity = new UserAssignedIdentity(
      `${name}-kubelet-identity`,
      { resourceGroupName, location, tags, resourceName: `${clusterName}-kubelet` },
      { parent: this },
    );
    const grant = (
      suffix: string,
      role: BuiltInRole,
      scope: pulumi.Input<string>,
      description: string,
    ): RoleAssignment =>
      assignRole(
        `${name}-${suffix}`,
        {
          principalId: identity.principalId,
          principalType: DirectoryPrincipalType.ServicePrincipal,
          role,
          scope,
          description,
        },
        { parent: this },
      );
    // AKS checks at creation that its identity may use the subnets and the nodes' identity:
    // https://learn.microsoft.com/azure/aks/configure-azure-cni-overlay
    const neededGrants = [
      grant(
        "kubelet-identity-role",
        "Managed Identity Operator",
        kubeletIdentity.id,
        "The cluster gives its nodes this identity",
      ),
      grant(
        "node-subnet-role",
        "Network Contributor",
        args.nodeSubnetId,
        "The cluster's nodes join this subnet",
      ),
    ];
    if (args.apiServerSubnetId !== undefined) {
      neededGrants.push(
        grant(
          "api-server-subnet-role",
          "Network Contributor",
          args.apiServerSubnetId,
          "The cluster's API server joins this subnet",
        ),
      );
    }
    const publicIpGrant =
      args.publicIpScopeId === undefined
        ? undefined
        : grant(
            "public-ip-role",
            "Network Contributor",
            args.publicIpScopeId,
            "The cluster's load balancer uses public IP addresses of this group",
          );

    const securityProfile = {
      // Azure Policy 2cc2e023
      workloadIdentity: { enabled: true },
      imageCleaner: { enabled: true, intervalHours: args.imageCleanerIntervalHours ?? 168 },
      defender: defender
        ? { logAnalyticsWorkspaceResourceId: workspaceId, securityMonitoring: { enabled: true } }
        : undefined,
    };
    const cluster = new ManagedCluster(
      `${name}-cluster`,
      {
        resourceGroupName,
        location,
        tags,
        resourceName: clusterName,
        dnsPrefix: args.dnsPrefix ?? clusterName,
        kubernetesVersion: args.kubernetesVersion,
        sku: { name: "Base", tier },
        supportPlan: "KubernetesOfficial",
        nodeResourceGroup: args.nodeResourceGroup,
        // Nobody but AKS changes what AKS made.
        nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" },
        // PSRule Azure.AKS.ManagedIdentity
        identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
        identityProfile: {
          kubeletidentity: {
            resourceId: kubeletIdentity.id,
            clientId: kubeletIdentity.clientId,
            objectId: kubeletIdentity.principalId,
          },
        },
        // CKV_AZURE_5, CKV_AZURE_141, PSRule Azure.AKS.ManagedAAD and Azure.AKS.AzureRBAC
        enableRBAC: true,
        disableLocalAccounts: true,
        aadProfile: {
          managed: true,
          enableAzureRBAC: true,
          adminGroupObjectIDs: args.adminGroupObjectIds,
          tenantID: args.tenantId,
        },
        apiServerAccessProfile: {
          enablePrivateCluster: privateCluster,
          enablePrivateClusterPublicFQDN: privateCluster ? false : undefined,
          privateDNSZone: privateCluster ? "system" : undefined,
          authorizedIPRanges: args.authorizedIpRanges,
          enableVnetIntegration: args.apiServerSubnetId === undefined ? undefined : true,
          subnetId: args.apiServerSubnetId,
          // Azure Policy 89f2d532: run command reaches into a private cluster from outside.
          disableRunCommand: true,
        },
        agentPoolProfiles: [
          {
            name: "system",
            ...poolProfile(PoolMode.System, args.systemPool ?? {}),
            vnetSubnetID: args.nodeSubnetId,
            tags,
          },
        ],
        networkProfile: {
          // CKV2_AZURE_29, CKV_AZURE_7, PSRule Azure.AKS.NetworkPolicy and Azure.AKS.StandardLB
          networkPlugin: "azure",
          networkPluginMode: "overlay",
          networkDataplane: "cilium",
          networkPolicy: "cilium",
          loadBalancerSku: "standard",
          outboundType: outboundTypes[args.egress ?? NetworkEgress.natGateway],
          podCidr: args.podCidr ?? defaultPodCidr,
          serviceCidr,
          dnsServiceIP: dnsServiceIp(serviceCidr),
        },
        autoUpgradeProfile: {
          upgradeChannel: args.upgradeChannel ?? UpgradeChannel.patch,
          nodeOSUpgradeChannel: args.nodeOsUpgradeChannel ?? NodeOsUpgradeChannel.NodeImage,
        },
        oidcIssuerProfile: { enabled: true },
        securityProfile,
        addonProfiles: {
          // CKV_AZURE_116
          azurepolicy: { enabled: true },
          // PSRule Azure.AKS.SecretStore and Azure.AKS.SecretStoreRotation
          azureKeyvaultSecretsProvider: {
            enabled: true,
            config: {
              enableSecretRotation: "true",
              rotationPollInterval: args.secretRotationInterval ?? "2m",
            },
          },
          omsagent: containerInsights
            ? {
                enabled: true,
                config: { logAnalyticsWorkspaceResourceID: workspaceId, useAADAuth: "true" },
              }
            : { enabled: false },
        },
        azureMonitorProfile: { metrics: { enabled: args.prometheus ?? true } },
        metricsProfile: { costAnalysis: { enabled: args.costAnalysis ?? tier !== ClusterTier.Free } },
        // Azure Policy c5110b6e
        storageProfile: {
          diskCSIDriver: { enabled: true },
          fileCSIDriver: { enabled: true },
          snapshotController: { enabled: true },
        },
        workloadAutoScalerProfile: {
          keda: { enabled: args.keda ?? false },
          verticalPodAutoscaler: { enabled: args.verticalPodAutoscaler ?? false },
        },
      },
      {
        parent: this,
        protect: args.protect,
        dependsOn: neededGrants,
        // The SDK fills defaults into this object as a whole: while the workspace's id is unknown, so would be all of it, and
        // policies could judge none of it at preview. It has no defaults for what is set here.
        transformations: [({ props, opts: own }) => ({ props: { ...props, securityProfile }, opts: own })],
        // The autoscaler owns the count; without this an update would set it back to the least.
        ignoreChanges: (args.systemPool?.autoscaling ?? true) ? ["agentPoolProfiles[0].count"] : [],
      },
    );

    const maintenance = (suffix: string, configName: string, window: MaintenanceWindowArgs) =>
      new MaintenanceConfiguration(
        `${name}-${suffix}`,
        {
          resourceGroupName,
          resourceName: cluster.name,
          configName,
          maintenanceWindow: weeklyWindow(window),
        },
        { parent: this },
      );
    maintenance(
      "cluster-upgrades",
      "aksManagedAutoUpgradeSchedule",
      args.clusterUpgradeWindow ?? defaultClusterWindow,
    );
    maintenance(
      "node-upgrades",
      "aksManagedNodeOSUpgradeSchedule",
      args.nodeUpgradeWindow ?? defaultNodeWindow,
    );

    const adminGrants = (args.clusterAdmins ?? []).map((admin) =>
      assignRole(
        `${name}-admin-${admin.name}`,
        {
          principalId: admin.principalId,
          principalType: admin.principalType,
          role: "Azure Kubernetes Service RBAC Cluster Admin",
          scope: cluster.id,
          description: `${admin.name} may do everything inside the cluster`,
        },
        { parent: this },
      ),
    );

    const kubeloginMode = args.kubeloginMode ?? KubeloginMode.azurecli;
    // The URNs are known at preview and make users of the kubeconfig wait until they may use the cluster.
    const grants = [...adminGrants, ...(publicIpGrant === undefined ? [] : [publicIpGrant])];
    const reachable = pulumi
      .all([cluster.name, pulumi.all(grants.map(({ urn }) => urn))])
      .apply(([resourceName]) => resourceName);
    const credentials = listManagedClusterUserCredentialsOutput(
      { resourceGroupName, resourceName: reachable, format: "exec" },
      { parent: this },
    );

    this.clusterId = cluster.id;
    this.clusterName = cluster.name;
    this.apiServerHost = privateCluster ? cluster.privateFQDN : cluster.fqdn;
    this.oidcIssuerUrl = cluster.oidcIssuerProfile.apply((profile) =>
      answered(profile?.issuerURL, "the cluster's token issuer"),
    );
    this.identityPrincipalId = identity.principalId;
    this.kubeletIdentityObjectId = kubeletIdentity.principalId;
    this.nodeResourceGroup = cluster.nodeResourceGroup.apply((group) =>
      answered(group, "the resource group of the cluster's nodes"),
    );
    this.kubeconfig = pulumi.secret(
      credentials.kubeconfigs.apply(async ([answer]) => {
        const kubeconfig = answered(answer, "a kubeconfig of the cluster");
        // Loaded only where there is a cluster: a YAML parser costs time at every start.
        const { withKubelogin } = await import("./kubeconfig.ts");
        return withKubelogin(Buffer.from(kubeconfig.value, "base64").toString("utf8"), kubeloginMode);
      }),
    );
    this.registerOutputs({
      clusterId: this.clusterId,
      clusterName: this.clusterName,
      apiServerHost: this.apiServerHost,
      oidcIssuerUrl: this.oidcIssuerUrl,
      identityPrincipalId: this.identityPrincipalId,
      kubeletIdentityObjectId: this.kubeletIdentityObjectId,
      nodeResourceGroup: this.nodeResourceGroup,
      kubeconfig: this.kubeconfig,
    });
  }
}
