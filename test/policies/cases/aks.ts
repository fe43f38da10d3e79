import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { diagnosticsOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { RuleCases, ServiceCases } from "./rule-cases.ts";

/** A pool that breaks no rule. */
const pool = {
  mode: "User",
  type: "VirtualMachineScaleSets",
  availabilityZones: ["1", "2", "3"],
  enableAutoScaling: true,
  enableEncryptionAtHost: true,
  enableNodePublicIP: false,
  maxPods: 110,
  minCount: 3,
  maxCount: 6,
  orchestratorVersion: "1.34",
  osDiskType: "Ephemeral",
  osType: "Linux",
  securityProfile: { enableSecureBoot: true, enableVTPM: true, sshAccess: "Disabled" },
};

/** A cluster that breaks no rule. */
export const compliantCluster: TestResource = {
  type: "azure-native:containerservice:ManagedCluster",
  name: "cluster",
  inputs: {
    resourceName: "platform",
    dnsPrefix: "platform",
    kubernetesVersion: "1.34.3",
    disableLocalAccounts: true,
    diskEncryptionSetID: "/diskEncryptionSets/platform",
    enableRBAC: true,
    sku: { name: "Base", tier: "Standard" },
    aadProfile: { managed: true, enableAzureRBAC: true },
    identity: { type: "UserAssigned" },
    identityProfile: { kubeletidentity: { resourceId: unknown } },
    apiServerAccessProfile: {
      enablePrivateCluster: true,
      enablePrivateClusterPublicFQDN: false,
      privateDNSZone: "system",
      enableVnetIntegration: true,
      subnetId: unknown,
      disableRunCommand: true,
    },
    autoUpgradeProfile: { upgradeChannel: "patch", nodeOSUpgradeChannel: "NodeImage" },
    azureMonitorProfile: { metrics: { enabled: true } },
    networkProfile: {
      networkPlugin: "azure",
      networkPluginMode: "overlay",
      networkPolicy: "cilium",
      loadBalancerSku: "standard",
      outboundType: "userAssignedNATGateway",
    },
    nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" },
    oidcIssuerProfile: { enabled: true },
    securityProfile: {
      azureKeyVaultKms: { enabled: true },
      defender: { securityMonitoring: { enabled: true } },
      imageCleaner: { enabled: true },
      workloadIdentity: { enabled: true },
    },
    storageProfile: { diskCSIDriver: { enabled: true } },
    addonProfiles: {
      azurepolicy: { enabled: true },
      azureKeyvaultSecretsProvider: { enabled: true, config: { enableSecretRotation: "true" } },
      omsagent: { enabled: true },
    },
    agentPoolProfiles: [
      { ...pool, name: "system", mode: "System", nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] },
      { ...pool, name: "user" },
    ],
  },
  dependencies: { agentPoolProfiles: ["nodes"], identityProfile: ["kubelet"] },
};

const agentPool: TestResource = {
  type: "azure-native:containerservice:AgentPool",
  name: "pool",
  inputs: { ...pool, agentPoolName: "services", resourceName: unknown },
  dependencies: { resourceName: ["cluster"] },
};

const spotPool = withInput(withInput(agentPool, "scaleSetPriority", "Spot"), "minCount", 1);
const windowsPool = withInput(agentPool, "osType", "Windows");

/** Cases of a rule that one property of each pool decides. */
function poolCases(
  path: string,
  values: {
    readonly good: readonly unknown[];
    readonly bad: readonly unknown[];
    readonly absent: "pass" | "fail";
  },
): RuleCases {
  const inCluster = propertyCases(compliantCluster, `agentPoolProfiles.0.${path}`, values);
  const onItsOwn = propertyCases(agentPool, path, values);
  return {
    compliant: [...inCluster.compliant, ...onItsOwn.compliant],
    violating: [...inCluster.violating, ...onItsOwn.violating],
    absent: onItsOwn.absent,
    unknown: [...inCluster.unknown, ...onItsOwn.unknown],
  };
}

function log(category: string, enabled: unknown = true) {
  return { category, enabled };
}

const flatCluster = withInput(compliantCluster, "networkProfile.networkPluginMode", undefined);

function nodeSubnet(addressPrefix: unknown): TestResource {
  return { type: "azure-native:network:Subnet", name: "nodes", inputs: { addressPrefix } };
}

function maintenance(configName: unknown, dayOfWeek: unknown, more: object = {}): TestResource {
  return {
    type: "azure-native:containerservice:MaintenanceConfiguration",
    name: `maintenance-${String(configName)}`,
    inputs: {
      configName,
      resourceName: unknown,
      maintenanceWindow: {
        schedule: { weekly: { dayOfWeek, intervalWeeks: 1 } },
        startTime: "02:00",
        durationHours: 4,
        utcOffset: "+00:00",
        ...more,
      },
    },
    dependencies: { resourceName: ["cluster"] },
  };
}

const clusterWindow = maintenance("aksManagedAutoUpgradeSchedule", "Saturday");
const nodeWindow = maintenance("aksManagedNodeOSUpgradeSchedule", "Sunday");
const nodesOn = (dayOfWeek: unknown, more: object = {}) =>
  maintenance("aksManagedNodeOSUpgradeSchedule", dayOfWeek, more);

const backupExtension: TestResource = {
  type: "azure-native:kubernetesconfiguration:Extension",
  name: "backup-extension",
  inputs: { clusterName: unknown, extensionType: "microsoft.dataprotection.kubernetes" },
  dependencies: { clusterName: ["cluster"] },
};
const backupInstance: TestResource = {
  type: "azure-native:dataprotection:BackupInstance",
  name: "backup",
  inputs: { properties: { dataSourceInfo: { resourceID: unknown } } },
  dependencies: { properties: ["cluster"] },
};
const fleetMember: TestResource = {
  type: "azure-native:containerservice:FleetMember",
  name: "member",
  inputs: { clusterResourceId: unknown },
  dependencies: { clusterResourceId: ["cluster"] },
};

const registry: TestResource = {
  type: "azure-native:containerregistry:Registry",
  name: "registry",
  inputs: {},
};
function grant(roleDefinitionId: unknown, principal = "kubelet"): TestResource {
  return {
    type: "azure-native:authorization:RoleAssignment",
    name: "grant",
    inputs: { principalId: unknown, scope: unknown, roleDefinitionId },
    dependencies: { principalId: [principal], scope: ["registry"] },
  };
}
const pull =
  "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d";
const push = "/providers/Microsoft.Authorization/roleDefinitions/8311e382-0749-4cb8-b61a-304f252e45ec";

const meshCluster = withInput(compliantCluster, "serviceMeshProfile", { mode: "Istio" });
function peerAuthentication(mode: unknown, namespace = "aks-istio-system"): TestResource {
  return {
    type: "kubernetes:security.istio.io/v1:PeerAuthentication",
    name: `mtls-${namespace}`,
    inputs: { metadata: { namespace }, spec: { mtls: { mode } } },
  };
}

function safeguards(level: unknown): TestResource {
  return {
    type: "azure-native:containerservice:DeploymentSafeguard",
    name: "safeguards",
    inputs: { level, resourceUri: unknown },
    dependencies: { resourceUri: ["cluster"] },
  };
}

const onOff = { good: [true], bad: [false], absent: "fail" } as const;

const publicCluster = withInput(compliantCluster, "apiServerAccessProfile.enablePrivateCluster", false);

export const aksCases: ServiceCases = {
  "aks-local-accounts-disabled": propertyCases(compliantCluster, "disableLocalAccounts", {
    good: [true],
    bad: [false, "true", null],
    absent: "fail",
  }),
  "aks-kubernetes-rbac": propertyCases(compliantCluster, "enableRBAC", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "aks-entra-integration": propertyCases(compliantCluster, "aadProfile.managed", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "aks-azure-rbac": propertyCases(compliantCluster, "aadProfile.enableAzureRBAC", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "aks-api-server-access-restricted": {
    compliant: [
      compliantCluster,
      withInput(publicCluster, "apiServerAccessProfile.authorizedIPRanges", [
        "203.0.113.0/24",
        "198.51.100.7/32",
      ]),
    ],
    violating: [
      { subject: publicCluster, message: /authorizedIPRanges is absent/ },
      {
        subject: withInput(publicCluster, "apiServerAccessProfile.authorizedIPRanges", []),
        message: /authorizedIPRanges is an empty list/,
      },
      {
        subject: withInput(publicCluster, "apiServerAccessProfile.authorizedIPRanges", [
          "203.0.113.0/24",
          "0.0.0.0/0",
        ]),
        message: /authorizedIPRanges\[1\] is "0\.0\.0\.0\/0"; it must not admit every address/,
      },
      {
        subject: withInput(publicCluster, "apiServerAccessProfile.authorizedIPRanges", ["10.0.0.0/0"]),
        message: /must not admit every address/,
      },
    ],
    absent: { subject: withInput(compliantCluster, "apiServerAccessProfile", undefined), outcome: "fail" },
    unknown: propertyCases(compliantCluster, "apiServerAccessProfile.enablePrivateCluster", {
      good: [],
      bad: [],
      absent: "fail",
    }).unknown,
  },
  "aks-network-policy": propertyCases(compliantCluster, "networkProfile.networkPolicy", {
    good: ["cilium", "azure", "calico", "Azure"],
    bad: ["none", "", 1],
    absent: "fail",
  }),
  "aks-workload-identity": {
    ...propertyCases(compliantCluster, "securityProfile.workloadIdentity.enabled", {
      good: [true],
      bad: [false],
      absent: "fail",
    }),
    violating: [
      ...propertyCases(compliantCluster, "securityProfile.workloadIdentity.enabled", {
        good: [],
        bad: [false],
        absent: "fail",
      }).violating,
      ...propertyCases(compliantCluster, "oidcIssuerProfile.enabled", {
        good: [],
        bad: [false],
        absent: "fail",
      }).violating,
    ],
  },
  "aks-azure-policy-addon": {
    ...propertyCases(compliantCluster, "addonProfiles.azurepolicy.enabled", {
      good: [true],
      bad: [false],
      absent: "fail",
    }),
    compliant: [
      compliantCluster,
      withInput(compliantCluster, "addonProfiles", { azurePolicy: { enabled: true } }),
      withInput(compliantCluster, "addonProfiles", { AzurePolicy: { enabled: true } }),
    ],
  },
  "aks-secret-rotation": {
    ...propertyCases(
      compliantCluster,
      "addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation",
      {
        good: ["true", "True"],
        bad: ["false"],
        absent: "fail",
      },
    ),
    violating: [
      {
        subject: withInput(compliantCluster, "addonProfiles.azureKeyvaultSecretsProvider.enabled", false),
        message: /azureKeyvaultSecretsProvider\.enabled is false/,
      },
      {
        subject: withInput(
          compliantCluster,
          "addonProfiles.azureKeyvaultSecretsProvider.config.enableSecretRotation",
          "false",
        ),
        message: /enableSecretRotation is "false"; it must be "true"/,
      },
    ],
  },
  "aks-run-command-disabled": propertyCases(compliantCluster, "apiServerAccessProfile.disableRunCommand", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "aks-no-public-node-ip": {
    compliant: [compliantCluster, agentPool],
    violating: [
      {
        subject: withInput(compliantCluster, "agentPoolProfiles.1.enableNodePublicIP", true),
        message: /agentPoolProfiles\[1\]\.enableNodePublicIP is true/,
      },
      { subject: withInput(agentPool, "enableNodePublicIP", true), message: /enableNodePublicIP is true/ },
    ],
    absent: { subject: withInput(agentPool, "enableNodePublicIP", undefined), outcome: "pass" },
    unknown: propertyCases(compliantCluster, "agentPoolProfiles.0.enableNodePublicIP", {
      good: [],
      bad: [],
      absent: "pass",
    }).unknown,
  },
  "aks-managed-identity": {
    ...propertyCases(compliantCluster, "identity.type", {
      good: ["UserAssigned", "SystemAssigned"],
      bad: ["None"],
      absent: "fail",
    }),
    violating: [
      { subject: withInput(compliantCluster, "identity.type", "None"), message: /identity\.type is "None"/ },
      {
        subject: withInput(compliantCluster, "servicePrincipalProfile", { clientId: "0d1e2f3a" }),
        message: /servicePrincipalProfile\.clientId is "0d1e2f3a"; it must be left out/,
      },
    ],
    compliant: [
      compliantCluster,
      withInput(compliantCluster, "servicePrincipalProfile", { clientId: "msi" }),
    ],
  },
  "aks-http-application-routing-off": propertyCases(
    compliantCluster,
    "addonProfiles.httpApplicationRouting.enabled",
    {
      good: [false],
      bad: [true],
      absent: "pass",
    },
  ),
  "aks-private-cluster": propertyCases(
    compliantCluster,
    "apiServerAccessProfile.enablePrivateCluster",
    onOff,
  ),
  "aks-node-ssh-disabled": poolCases("securityProfile.sshAccess", {
    good: ["Disabled"],
    bad: ["LocalUser"],
    absent: "fail",
  }),
  "aks-azure-cni": propertyCases(compliantCluster, "networkProfile.networkPlugin", {
    good: ["azure"],
    bad: ["kubenet", "none"],
    absent: "fail",
  }),
  "aks-standard-load-balancer": propertyCases(compliantCluster, "networkProfile.loadBalancerSku", {
    good: ["standard"],
    bad: ["basic", "Basic"],
    absent: "pass",
  }),
  "aks-subnet-size": {
    compliant: [
      [compliantCluster, nodeSubnet("10.0.0.0/27")],
      [flatCluster, nodeSubnet("10.0.0.0/22")],
      [flatCluster, { ...nodeSubnet("10.0.0.0/27"), name: "elsewhere" }],
    ],
    violating: [
      {
        subject: [flatCluster, nodeSubnet("10.0.0.0/24")],
        message: /addressPrefix is "10\.0\.0\.0\/24"; it must have a prefix of \/23 or wider/,
      },
    ],
    absent: { subject: [flatCluster], outcome: "pass" },
    unknown: [
      [flatCluster, nodeSubnet(unknown)],
      [withInput(flatCluster, "networkProfile", unknown), nodeSubnet("10.0.0.0/24")],
    ],
  },
  "aks-defender": propertyCases(
    compliantCluster,
    "securityProfile.defender.securityMonitoring.enabled",
    onOff,
  ),
  "aks-container-insights": {
    ...propertyCases(compliantCluster, "addonProfiles.omsagent.enabled", onOff),
    compliant: [
      compliantCluster,
      withInput(compliantCluster, "addonProfiles", { omsAgent: { enabled: true } }),
    ],
  },
  "aks-managed-prometheus": propertyCases(compliantCluster, "azureMonitorProfile.metrics.enabled", onOff),
  "aks-audit-logs": {
    compliant: [
      [compliantCluster, diagnosticsOf("cluster", log("kube-audit-admin"), log("guard"))],
      [compliantCluster, diagnosticsOf("cluster", { categoryGroup: "audit", enabled: true })],
    ],
    violating: [
      {
        subject: [compliantCluster, diagnosticsOf("cluster", log("kube-audit-admin"))],
        message: /keeps logs of audit or guard/,
      },
      {
        subject: [compliantCluster, diagnosticsOf("cluster", log("guard"), log("kube-audit", false))],
        message: /keeps logs of audit or kube-audit-admin or kube-audit/,
      },
    ],
    absent: { subject: [compliantCluster], outcome: "fail" },
    unknown: [[compliantCluster, diagnosticsOf("cluster", log("kube-audit", unknown), log("guard"))]],
  },
  "aks-platform-logs": {
    compliant: [
      [compliantCluster, diagnosticsOf("cluster", { categoryGroup: "allLogs", enabled: true })],
      [
        compliantCluster,
        diagnosticsOf(
          "cluster",
          log("cluster-autoscaler"),
          log("kube-apiserver"),
          log("kube-controller-manager"),
          log("kube-scheduler"),
        ),
      ],
    ],
    violating: [
      {
        subject: [compliantCluster, diagnosticsOf("cluster", log("kube-apiserver"))],
        message: /keeps logs of kube-scheduler/,
      },
    ],
    absent: { subject: [compliantCluster], outcome: "fail" },
    unknown: [[compliantCluster, diagnosticsOf("cluster", log("kube-apiserver", unknown))]],
  },
  "aks-kms-encryption": propertyCases(compliantCluster, "securityProfile.azureKeyVaultKms.enabled", onOff),
  "aks-disk-encryption-set": {
    compliant: [compliantCluster, withInput(compliantCluster, "diskEncryptionSetID", unknown)],
    violating: [
      {
        subject: withInput(compliantCluster, "diskEncryptionSetID", undefined),
        message: /diskEncryptionSetID is absent/,
      },
    ],
    absent: { subject: withInput(compliantCluster, "diskEncryptionSetID", undefined), outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "aks-host-encryption": poolCases("enableEncryptionAtHost", onOff),
  "aks-ephemeral-os-disk": poolCases("osDiskType", {
    good: ["Ephemeral"],
    bad: ["Managed"],
    absent: "fail",
  }),
  "aks-auto-upgrade": propertyCases(compliantCluster, "autoUpgradeProfile.upgradeChannel", {
    good: ["patch", "stable", "rapid", "node-image"],
    bad: ["none"],
    absent: "fail",
  }),
  "aks-node-os-upgrade": propertyCases(compliantCluster, "autoUpgradeProfile.nodeOSUpgradeChannel", {
    good: ["NodeImage", "SecurityPatch"],
    bad: ["None", "Unmanaged"],
    absent: "fail",
  }),
  "aks-maintenance-window": {
    compliant: [
      [compliantCluster, clusterWindow, nodeWindow],
      [
        compliantCluster,
        clusterWindow,
        { ...nodesOn("Sunday"), name: "aksManagedNodeOSUpgradeSchedule", inputs: {} },
      ],
    ],
    violating: [
      {
        subject: [compliantCluster, clusterWindow],
        message: /the stack has no aksManagedNodeOSUpgradeSchedule for the cluster/,
      },
      {
        subject: [{ ...compliantCluster, name: "other" }, clusterWindow, nodeWindow],
        message: /the stack has no aksManagedAutoUpgradeSchedule/,
      },
    ],
    absent: { subject: [compliantCluster], outcome: "fail" },
    unknown: [[compliantCluster, clusterWindow, nodesOn("Sunday"), maintenance(unknown, "Sunday")]],
  },
  "aks-image-cleaner": propertyCases(compliantCluster, "securityProfile.imageCleaner.enabled", onOff),
  "aks-uptime-sla": propertyCases(compliantCluster, "sku.tier", {
    good: ["Standard", "Premium"],
    bad: ["Free"],
    absent: "fail",
  }),
  "aks-pool-zones": poolCases("availabilityZones", {
    good: [
      ["1", "2", "3"],
      ["1", "3"],
    ],
    bad: [[], ["1"], ["1", "1"]],
    absent: "fail",
  }),
  "aks-minimum-system-nodes": {
    ...propertyCases(compliantCluster, "agentPoolProfiles.0.minCount", {
      good: [3, 5],
      bad: [],
      absent: "fail",
    }),
    violating: [
      {
        subject: withInput(compliantCluster, "agentPoolProfiles.0.minCount", 2),
        message: /the pools of mode System have 2 nodes at least; they must have 3/,
      },
      {
        subject: withInput(compliantCluster, "agentPoolProfiles.0.enableAutoScaling", false),
        message: /have 0 nodes at least/,
      },
    ],
  },
  "aks-minimum-user-nodes": {
    ...propertyCases(agentPool, "minCount", { good: [3, 9], bad: [0, 2], absent: "fail" }),
    compliant: [compliantCluster, agentPool, spotPool],
  },
  "aks-autoscaling": poolCases("enableAutoScaling", onOff),
  "aks-scale-set-pools": poolCases("type", {
    good: ["VirtualMachineScaleSets", "VirtualMachines"],
    bad: ["AvailabilitySet"],
    absent: "pass",
  }),
  "aks-max-pods": poolCases("maxPods", { good: [50, 250], bad: [30, "many"], absent: "fail" }),
  "aks-system-pool-tainted": {
    ...propertyCases(compliantCluster, "agentPoolProfiles.0.nodeTaints", {
      good: [["CriticalAddonsOnly=true:NoSchedule"]],
      bad: [[], ["workload=batch:NoSchedule"]],
      absent: "fail",
    }),
    compliant: [compliantCluster, agentPool],
  },
  "aks-supported-version": {
    compliant: [
      compliantCluster,
      agentPool,
      withInput(compliantCluster, "kubernetesVersion", "1.33.0"),
      withInput(
        withInput(compliantCluster, "kubernetesVersion", "1.30"),
        "supportPlan",
        "AKSLongTermSupport",
      ),
    ],
    violating: [
      {
        subject: withInput(compliantCluster, "kubernetesVersion", "1.29.4"),
        message: /kubernetesVersion is "1\.29\.4"; it must be 1\.33 or later/,
      },
      {
        subject: withInput(agentPool, "orchestratorVersion", "1.9"),
        message: /orchestratorVersion is "1\.9"/,
      },
    ],
    absent: { subject: withInput(agentPool, "orchestratorVersion", undefined), outcome: "pass" },
    unknown: [
      withInput(compliantCluster, "kubernetesVersion", unknown),
      withInput(agentPool, "orchestratorVersion", unknown),
    ],
  },
  "aks-pool-version": {
    compliant: [
      [compliantCluster, agentPool],
      [compliantCluster, { ...withInput(agentPool, "orchestratorVersion", "1.33"), dependencies: {} }],
      [withInput(compliantCluster, "kubernetesVersion", undefined), agentPool],
    ],
    violating: [
      {
        subject: [compliantCluster, withInput(agentPool, "orchestratorVersion", "1.33")],
        message: /orchestratorVersion is "1\.33"; it must be 1\.34\.3, as that of the cluster/,
      },
      {
        subject: [withInput(compliantCluster, "agentPoolProfiles.0.orchestratorVersion", "1.34.1")],
        message: /agentPoolProfiles\[0\]\.orchestratorVersion is "1\.34\.1"/,
      },
    ],
    absent: {
      subject: [compliantCluster, withInput(agentPool, "orchestratorVersion", undefined)],
      outcome: "pass",
    },
    unknown: [
      [compliantCluster, withInput(agentPool, "orchestratorVersion", unknown)],
      [withInput(compliantCluster, "kubernetesVersion", unknown), agentPool],
    ],
  },
  "aks-dashboard-off": {
    ...propertyCases(compliantCluster, "addonProfiles.kubeDashboard.enabled", {
      good: [false],
      bad: [true],
      absent: "pass",
    }),
  },
  "aks-csi-drivers": propertyCases(compliantCluster, "storageProfile.diskCSIDriver.enabled", {
    good: [true],
    bad: [false],
    absent: "pass",
  }),
  "aks-backup": {
    compliant: [[compliantCluster, backupExtension, backupInstance]],
    violating: [
      { subject: [compliantCluster, backupInstance], message: /no backup extension/ },
      { subject: [compliantCluster, backupExtension], message: /no backup instance of the stack/ },
      {
        subject: [
          compliantCluster,
          withInput(backupExtension, "extensionType", "microsoft.flux"),
          backupInstance,
        ],
        message: /no backup extension/,
      },
    ],
    absent: { subject: [compliantCluster], outcome: "fail" },
    unknown: [[compliantCluster, withInput(backupExtension, "extensionType", unknown), backupInstance]],
  },
  "aks-fleet-member": {
    compliant: [[compliantCluster, fleetMember]],
    violating: [
      {
        subject: [{ ...compliantCluster, name: "other" }, fleetMember],
        message: /no fleet member of the stack is the cluster/,
      },
    ],
    absent: { subject: [compliantCluster], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "aks-kubelet-pull-only": {
    compliant: [
      [compliantCluster, registry, grant(pull)],
      [compliantCluster, registry, grant(push, "pipeline")],
      [compliantCluster, { ...grant(push), dependencies: { principalId: ["kubelet"], scope: ["vault"] } }],
    ],
    violating: [
      {
        subject: [compliantCluster, registry, grant(push)],
        message: /roleDefinitionId is ".*8311e382.*"; it must be AcrPull/,
      },
      {
        subject: [compliantCluster, registry, grant(push, "cluster")],
        message: /it must be AcrPull/,
      },
    ],
    absent: { subject: [compliantCluster, registry], outcome: "pass" },
    unknown: [[compliantCluster, registry, grant(unknown)]],
  },
  "aks-names": {
    compliant: [compliantCluster, agentPool, withInput(windowsPool, "agentPoolName", "win1")],
    violating: [
      {
        subject: withInput(compliantCluster, "resourceName", "platform-"),
        message: /resourceName is "platform-"/,
      },
      { subject: withInput(compliantCluster, "dnsPrefix", "a_b"), message: /dnsPrefix is "a_b"/ },
      {
        subject: withInput(compliantCluster, "agentPoolProfiles.0.name", "System"),
        message: /agentPoolProfiles\[0\]\.name is "System"; it must be 1 to 12 lower-case/,
      },
      { subject: withInput(agentPool, "agentPoolName", "1st"), message: /agentPoolName is "1st"/ },
      {
        subject: windowsPool,
        message: /agentPoolName is "services"; it must be 1 to 6 lower-case/,
      },
    ],
    absent: { subject: withInput(agentPool, "agentPoolName", undefined), outcome: "pass" },
    unknown: [
      withInput(compliantCluster, "dnsPrefix", unknown),
      withInput(agentPool, "agentPoolName", unknown),
    ],
  },
  "aks-node-group-locked": propertyCases(compliantCluster, "nodeResourceGroupProfile.restrictionLevel", {
    good: ["ReadOnly"],
    bad: ["Unrestricted"],
    absent: "fail",
  }),
  "aks-trusted-launch": {
    ...poolCases("securityProfile.enableSecureBoot", onOff),
    compliant: [compliantCluster, agentPool, withInput(windowsPool, "securityProfile", undefined)],
    violating: [
      ...poolCases("securityProfile.enableSecureBoot", onOff).violating,
      ...poolCases("securityProfile.enableVTPM", onOff).violating,
    ],
  },
  "aks-controlled-egress": propertyCases(compliantCluster, "networkProfile.outboundType", {
    good: ["userAssignedNATGateway", "managedNATGateway", "userDefinedRouting", "none", "block"],
    bad: ["loadBalancer"],
    absent: "fail",
  }),
  "aks-private-api-server": {
    ...propertyCases(compliantCluster, "apiServerAccessProfile.enablePrivateClusterPublicFQDN", {
      good: [false],
      bad: [true],
      absent: "fail",
    }),
    compliant: [
      compliantCluster,
      withInput(compliantCluster, "apiServerAccessProfile", { enablePrivateCluster: false }),
    ],
    violating: [
      {
        subject: withInput(compliantCluster, "apiServerAccessProfile.enablePrivateClusterPublicFQDN", true),
        message: /enablePrivateClusterPublicFQDN is true/,
      },
      {
        subject: withInput(compliantCluster, "apiServerAccessProfile.privateDNSZone", "none"),
        message: /privateDNSZone is "none"/,
      },
      {
        subject: withInput(compliantCluster, "apiServerAccessProfile.subnetId", undefined),
        message: /subnetId is absent/,
      },
    ],
  },
  "aks-istio-strict": {
    compliant: [
      [compliantCluster],
      [meshCluster, peerAuthentication("STRICT"), peerAuthentication(undefined, "apps")],
    ],
    violating: [
      {
        subject: [meshCluster, peerAuthentication("PERMISSIVE")],
        message: /spec\.mtls\.mode is "PERMISSIVE"; it must be "STRICT"/,
      },
      {
        subject: [meshCluster, peerAuthentication("STRICT"), peerAuthentication("DISABLE", "apps")],
        message: /spec\.mtls\.mode is "DISABLE"/,
      },
    ],
    absent: { subject: [meshCluster], outcome: "fail" },
    unknown: [
      [meshCluster, peerAuthentication(unknown)],
      [withInput(compliantCluster, "serviceMeshProfile.mode", unknown)],
    ],
  },
  "aks-deployment-safeguards": {
    compliant: [[compliantCluster, safeguards("Enforce")]],
    violating: [
      { subject: [compliantCluster, safeguards("Warn")], message: /level is "Warn"; it must be "Enforce"/ },
    ],
    absent: { subject: [compliantCluster], outcome: "fail" },
    unknown: [[compliantCluster, safeguards(unknown)]],
  },
  "aks-maintenance-windows-apart": {
    compliant: [
      [compliantCluster, clusterWindow, nodeWindow],
      [compliantCluster, clusterWindow, nodesOn("Saturday", { startTime: "06:00" })],
      [compliantCluster, { ...clusterWindow, dependencies: {} }, nodesOn("Saturday")],
    ],
    violating: [
      {
        subject: [compliantCluster, clusterWindow, nodesOn("Saturday", { startTime: "05:00" })],
        message: /aksManagedAutoUpgradeSchedule and aksManagedNodeOSUpgradeSchedule meet; they must not/,
      },
      {
        // 23:00 on Friday, four hours behind, is 03:00 on Saturday.
        subject: [
          compliantCluster,
          clusterWindow,
          nodesOn("Friday", { startTime: "23:00", utcOffset: "-04:00" }),
        ],
        message: /meet; they must not/,
      },
      {
        subject: [
          compliantCluster,
          clusterWindow,
          nodesOn("x", { schedule: { daily: { intervalDays: 3 } } }),
        ],
        message: /meet; they must not/,
      },
    ],
    absent: { subject: [compliantCluster, clusterWindow], outcome: "pass" },
    unknown: [[compliantCluster, clusterWindow, nodesOn(unknown)]],
  },
};
