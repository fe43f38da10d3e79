import * as pulumi from "@pulumi/pulumi";

/** A resource as a component registered it. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  /** Name of the parent; undefined for the component itself. */
  readonly parent: string | undefined;
  readonly inputs: Inputs;
  readonly protect: boolean | undefined;
  readonly ignoreChanges: readonly string[];
  /** Names of the resources that must be there before. */
  readonly dependsOn: readonly string[];
}

/** Resolved inputs of a resource. */
export type Inputs = Readonly<Record<string, unknown>>;

/** The value at a path of properties; undefined where the path ends early. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (isRecord(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What a component registered, in order, and the component. */
export interface Built<T> {
  readonly component: T;
  readonly registered: readonly Registration[];
  /** The registration of this name; throws when there is none. */
  readonly named: (name: string) => Registration;
}

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";

/** What Azure would answer beyond the inputs. */
const answers: Readonly<Record<string, (inputs: Inputs) => Inputs>> = {
  "azure-native:authorization:RoleAssignment": ({ roleAssignmentName }) => ({ name: roleAssignmentName }),
  "azure-native:containerregistry:Registry": ({ registryName }) => ({
    name: registryName,
    loginServer: `${String(registryName)}.azurecr.io`,
  }),
  "azure-native:containerservice:AgentPool": ({ agentPoolName }) => ({ name: agentPoolName }),
  "azure-native:containerservice:ManagedCluster": ({ resourceName }) => ({
    name: resourceName,
    fqdn: "aks.public.example.net",
    privateFQDN: "aks.private.example.net",
    nodeResourceGroup: "nodes-of-aks",
    oidcIssuerProfile: { enabled: true, issuerURL: "https://issuer.example.net/" },
  }),
  "azure-native:dbforpostgresql:Server": ({ serverName }) => ({
    name: serverName,
    fullyQualifiedDomainName: `${String(serverName)}.postgres.database.azure.com`,
  }),
  "azure-native:eventhub:EventHub": ({ eventHubName }) => ({ name: eventHubName }),
  "azure-native:eventhub:Namespace": ({ namespaceName }) => ({
    name: namespaceName,
    serviceBusEndpoint: `https://${String(namespaceName)}.servicebus.windows.net:443/`,
  }),
  "azure-native:keyvault:Vault": ({ vaultName, properties }) => ({
    name: vaultName,
    properties: {
      ...(isRecord(properties) ? properties : {}),
      vaultUri: `https://${String(vaultName)}.vault.azure.net/`,
    },
  }),
  "azure-native:managedidentity:UserAssignedIdentity": ({ resourceName }) => ({
    name: resourceName,
    principalId: `principal-of-${String(resourceName)}`,
    clientId: `client-of-${String(resourceName)}`,
  }),
  "azure-native:monitor:AzureMonitorWorkspace": ({ azureMonitorWorkspaceName }) => ({
    name: azureMonitorWorkspaceName,
    metrics: { prometheusQueryEndpoint: "https://prometheus.example.net" },
  }),
  "azure-native:network:NatGateway": ({ natGatewayName }) => ({ name: natGatewayName }),
  "azure-native:network:PrivateEndpoint": ({ privateEndpointName }) => ({ name: privateEndpointName }),
  "azure-native:network:PublicIPAddress": ({ publicIpAddressName, dnsSettings }) => ({
    name: publicIpAddressName,
    ipAddress: "203.0.113.7",
    dnsSettings: {
      ...(isRecord(dnsSettings) ? dnsSettings : {}),
      fqdn: "label.westeurope.cloudapp.azure.com",
    },
  }),
  "azure-native:network:VirtualNetwork": ({ virtualNetworkName }) => ({ name: virtualNetworkName }),
  "azure-native:operationalinsights:Workspace": ({ workspaceName }) => ({ name: workspaceName }),
  "azure-native:privatedns:PrivateZone": ({ privateZoneName }) => ({ name: privateZoneName }),
  "azure-native:applicationinsights:Component": ({ resourceName }) => ({
    name: resourceName,
    connectionString: "InstrumentationKey=0;IngestionEndpoint=https://traces.example.net",
  }),
  "azure-native:sql:Database": ({ databaseName }) => ({ name: databaseName }),
  "azure-native:sql:Server": ({ serverName }) => ({
    name: serverName,
    fullyQualifiedDomainName: `${String(serverName)}.database.windows.net`,
  }),
};

/** The kubeconfig that Azure answers in the format exec. */
export const azureKubeconfig = `apiVersion: v1
kind: Config
clusters:
- name: aks
  cluster:
    server: https://aks.private.example.net:443
users:
- name: clusterUser_group_aks
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      args:
      - get-token
      - --environment
      - AzurePublicCloud
      - --server-id
      - 6dae42f8-4368-4678-94ff-3960e28e3630
      - --client-id
      - 80faf920-1908-4b52-b5ef-a8e7bedfc67a
      - --tenant-id
      - 72f988bf-86f1-41af-91ab-2d7cd011db47
      - --login
      - devicecode
      command: kubelogin
      env: null
      provideClusterInfo: false
`;

/** The value of an output, once it has one. */
export function valueOf<T>(output: pulumi.Output<T> | undefined): Promise<pulumi.Unwrap<T>> {
  return new Promise((resolve, reject) => {
    if (output === undefined) {
      reject(new Error("there is no such output"));
      return;
    }
    pulumi.output(output).apply((value) => {
      resolve(value);
    });
  });
}

async function namesOf(dependsOn: pulumi.ResourceOptions["dependsOn"]): Promise<string[]> {
  const resources = await valueOf(pulumi.output(dependsOn ?? []));
  const urns = await Promise.all([resources].flat().map((resource) => valueOf(resource.urn)));
  return urns.map((urn) => urn.split("::").at(-1) ?? "");
}

/**
 * Builds a component against mocks and waits until all it registered has been answered.
 *
 * @param build - constructs the component with the options it is given
 * @param preview - whether Pulumi only previews
 */
export async function build<T extends pulumi.Resource>(
  construct: (opts: pulumi.ComponentResourceOptions) => T,
  preview = false,
): Promise<Built<T>> {
  const inputsByName = new Map<string, Inputs>();
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs: given }) => {
        const inputs = isRecord(given) ? given : {};
        inputsByName.set(`${type} ${name}`, inputs);
        const segments = type.split(":").slice(1).join("/");
        return {
          id: `${subscription}/${segments}/${name}`,
          state: { ...inputs, ...answers[type]?.(inputs) },
        };
      },
      call: ({ token, inputs }) => {
        if (token === "azure-native:containerservice:listManagedClusterUserCredentials") {
          return {
            kubeconfigs: [{ name: "clusterUser", value: Buffer.from(azureKubeconfig).toString("base64") }],
          };
        }
        throw new Error(`unexpected invoke ${token} of ${JSON.stringify(inputs)}`);
      },
    },
    "platform",
    "test",
    preview,
    "organization",
  );

  const seen: pulumi.ResourceTransformationArgs[] = [];
  const component = construct({
    transformations: [
      (args) => {
        seen.push(args);
        return undefined;
      },
    ],
  });
  const registered = await Promise.all(
    seen.map(async ({ type, name, opts, resource }): Promise<Registration> => {
      await valueOf(resource.urn);
      const parentUrn = opts.parent === undefined ? undefined : await valueOf(opts.parent.urn);
      const ignoreChanges = "ignoreChanges" in opts ? opts.ignoreChanges : undefined;
      return {
        type,
        name,
        parent: parentUrn?.split("::").at(-1),
        inputs: inputsByName.get(`${type} ${name}`) ?? {},
        protect: opts.protect,
        ignoreChanges: ignoreChanges ?? [],
        dependsOn: await namesOf(opts.dependsOn),
      };
    }),
  );
  // Waits for all that is under way: the next component brings mocks of its own.
  await pulumi.runtime.disconnect();
  return {
    component,
    registered,
    named: (name) => {
      const found = registered.find((registration) => registration.name === name);
      if (found === undefined) {
        throw new Error(`nothing is named ${name}: ${registered.map((one) => one.name).join(", ")}`);
      }
      return found;
    },
  };
}

/** Paths of the properties that constructing a component refuses; throws when it refuses none. */
export function refusedBy(construct: () => unknown): string[] {
  try {
    construct();
  } catch (error) {
    if (pulumi.InputPropertiesError.isInstance(error)) {
      return error.errors.map(({ propertyPath }) => propertyPath);
    }
    throw error;
  }
  throw new Error("nothing was refused");
}
