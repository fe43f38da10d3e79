import { containerOf, groupId, idKey, subscriptionOf } from "../arm/arm-id.ts";
import type { Azure } from "../arm/azure.ts";
import { compact, text } from "../arm/body.ts";
import { parseAddress, parseCidr } from "../arm/cidr.ts";
import type { Resource } from "../arm/resource-type.ts";
import { builtInRoles } from "../arm/services/authorization/role-definitions.ts";
import { isAssigned } from "../arm/services/authorization/role-assignment.ts";
import { nodeGroupId } from "../arm/services/containerservice/node-resource-group.ts";
import { poolsOf } from "../arm/services/containerservice/pool-conflicts.ts";
import { assignedIdentities, systemPrincipal } from "../arm/services/identities.ts";
import { publicIpToken } from "../arm/services/network/public-ip-address.ts";
import { subnetPrefixes } from "../arm/services/network/subnet.ts";
import { keyOf, type Service } from "./service.ts";
import { wantedAddress, type WantedAddress } from "./wanted-address.ts";

/** Why a Service gets no address; its message is what Azure's cloud provider says. */
export class LoadBalancerError extends Error {}

/** The frontends of one cluster's load balancers: which Service has which address. All of it lives in the local Azure's state. */
export class LoadBalancers {
  readonly #azure: Azure;
  readonly #clusterId: string;

  constructor(azure: Azure, clusterId: string) {
    this.#azure = azure;
    this.#clusterId = clusterId;
  }

  /** Gives a Service its address, the same one again if it has it. */
  ensure(service: Service, others: readonly Service[]): string {
    return this.#azure.store.transaction(() => {
      const cluster = this.#cluster();
      return this.#attach(cluster, service, wantedAddress(service), others);
    });
  }

  /** Takes the address of a Service that is gone, or that is no load balancer any more. */
  release(service: Pick<Service, "uid">): void {
    this.#azure.store.transaction(() => {
      const cluster = this.#azure.find(this.#clusterId);
      if (cluster === undefined) return;
      for (const frontend of [frontendId(cluster, service, false), frontendId(cluster, service, true)]) {
        this.#detach(frontend);
      }
      const own = ownPublicIpId(cluster, service);
      if (this.#azure.find(own) !== undefined) this.#azure.discard(own);
    });
  }

  /** Takes the addresses of all Services but these. */
  prune(services: readonly Service[]): void {
    const kept = new Set(services.map((service) => shortName(service)));
    this.#azure.store.transaction(() => {
      const cluster = this.#azure.find(this.#clusterId);
      if (cluster === undefined) return;
      const group = nodeGroupId(cluster);
      for (const { source } of this.#azure.store.links.within(group)) {
        const match = /\/loadbalancers\/[^/]+\/frontendipconfigurations\/([^/]+)$/.exec(source);
        if (match?.[1] !== undefined && !kept.has(match[1])) this.#detach(source);
      }
      for (const address of this.#azure.within(group, publicIpToken)) {
        const service = /^kubernetes-(a[0-9a-f]+)$/.exec(address.name)?.[1];
        if (service !== undefined && !kept.has(service)) this.#azure.discard(address.id);
      }
    });
  }

  #cluster(): Resource {
    const cluster = this.#azure.find(this.#clusterId);
    if (cluster === undefined)
      throw new LoadBalancerError(`the cluster ${this.#clusterId} is not in the local Azure`);
    return cluster;
  }

  #attach(cluster: Resource, service: Service, wanted: WantedAddress, others: readonly Service[]): string {
    if (wanted.kind === "internal") {
      this.#detach(frontendId(cluster, service, false));
      return this.#internal(cluster, service, wanted);
    }
    this.#detach(frontendId(cluster, service, true));
    const publicIp = this.#publicIp(cluster, service, wanted);
    const frontend = frontendId(cluster, service, false);
    this.#refuse(cluster, service, publicIp, frontend, others);
    const address = text(this.#azure.outputs(publicIp), "ipAddress");
    if (address === undefined)
      throw new LoadBalancerError(`the public IP address ${publicIp.id} has no address yet`);
    this.#azure.store.links.set(frontend, [
      { target: publicIp.id, property: "frontendIPConfiguration", via: frontend, blocks: true },
    ]);
    const own = ownPublicIpId(cluster, service);
    if (idKey(own) !== idKey(publicIp.id) && this.#azure.find(own) !== undefined) this.#azure.discard(own);
    return address;
  }

  #publicIp(
    cluster: Resource,
    service: Service,
    wanted: Exclude<WantedAddress, { kind: "internal" }>,
  ): Resource {
    if (wanted.kind === "new") return this.#newPublicIp(cluster, service, wanted.dnsLabel);
    const group =
      wanted.resourceGroup === undefined
        ? nodeGroupId(cluster)
        : groupId(subscriptionOf(cluster.id), wanted.resourceGroup);
    const found =
      wanted.kind === "named"
        ? this.#azure.find(`${group}/providers/Microsoft.Network/publicIPAddresses/${wanted.name}`)
        : this.#azure
            .within(group, publicIpToken)
            .find((candidate) => text(candidate.facts, "ipAddress") === wanted.address);
    if (found !== undefined) return found;
    throw new LoadBalancerError(
      wanted.kind === "named"
        ? `PublicIP from annotation azure-pip-name=${wanted.name} for service ${keyOf(service)} doesn't exist`
        : `user supplied IP Address ${wanted.address} was not found in resource group ${group.split("/").at(-1) ?? ""}`,
    );
  }

  #newPublicIp(cluster: Resource, service: Service, dnsLabel: string | undefined): Resource {
    const id = ownPublicIpId(cluster, service);
    const existing = this.#azure.find(id);
    if (existing !== undefined && text(existing.body, "dnsSettings.domainNameLabel") === dnsLabel)
      return existing;
    this.#azure.provide(
      publicIpToken,
      id,
      compact({
        location: cluster.location,
        sku: { name: "Standard", tier: "Regional" },
        publicIPAllocationMethod: "Static",
        dnsSettings: dnsLabel === undefined ? undefined : { domainNameLabel: dnsLabel },
        tags: { "k8s-azure-cluster-name": "kubernetes", "k8s-azure-service": keyOf(service) },
      }),
    );
    const made = this.#azure.find(id);
    if (made === undefined) throw new LoadBalancerError(`the public IP address ${id} could not be made`);
    return made;
  }

  /** What the load balancer's write would be refused for. */
  #refuse(
    cluster: Resource,
    service: Service,
    publicIp: Resource,
    frontend: string,
    others: readonly Service[],
  ): void {
    const balancer = containerOf(frontend);
    if (!this.#mayJoin(cluster, publicIp)) {
      throw new LoadBalancerError(
        `LinkedAuthorizationFailed: The client '${this.#principal(cluster)}' with object id '${this.#principal(cluster)}' has permission to perform action 'Microsoft.Network/loadBalancers/write' on scope '${balancer}'; however, it does not have permission to perform action 'Microsoft.Network/publicIPAddresses/join/action' on the linked scope(s) '${publicIp.id}' or the linked scope(s) are invalid. Give the cluster's identity the role Network Contributor there.`,
      );
    }
    const sku = text(publicIp.body, "sku.name") ?? "Basic";
    if (!sku.toLowerCase().startsWith("standard")) {
      throw new LoadBalancerError(
        `PublicIPAndLBSkuDoNotMatch: Standard sku load balancer ${balancer} cannot reference ${sku} sku publicIP ${publicIp.id}.`,
      );
    }
    if (publicIp.location !== cluster.location) {
      throw new LoadBalancerError(
        `InvalidResourceReference: Resource ${publicIp.id} referenced by resource ${balancer} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
      );
    }
    for (const { source, via, blocks } of this.#azure.store.links.to(publicIp.id)) {
      if (!blocks || source === idKey(frontend)) continue;
      const other = others.find((candidate) => idKey(frontendId(cluster, candidate, false)) === source);
      const sharedPort = other?.ports.find((port) => service.ports.includes(port));
      if (other !== undefined && sharedPort === undefined) continue;
      throw new LoadBalancerError(
        other === undefined
          ? `PublicIPAddressInUse: Resource ${frontend} is referencing public IP address ${publicIp.id} that is already allocated to resource ${via}.`
          : `RulesUseSameFrontendPortProtocolAndIPConfig: Load balancing rules of services ${keyOf(other)} and ${keyOf(service)} with the same protocol and port ${sharedPort ?? ""} cannot use the same public IP address ${publicIp.id}.`,
      );
    }
  }

  /** AKS itself works in the group of the nodes; elsewhere the cluster's identity needs a role. */
  #mayJoin(cluster: Resource, publicIp: Resource): boolean {
    if (idKey(publicIp.id).startsWith(`${idKey(nodeGroupId(cluster))}/`)) return true;
    const roles = [builtInRoles.networkContributor, builtInRoles.contributor, builtInRoles.owner];
    return isAssigned(this.#principal(cluster), roles, publicIp.id, this.#azure);
  }

  #principal(cluster: Resource): string {
    const identity = this.#azure.find(assignedIdentities(cluster.body)[0] ?? "");
    return identity === undefined ? systemPrincipal(cluster) : (text(identity.facts, "principalId") ?? "");
  }

  #internal(cluster: Resource, service: Service, wanted: WantedAddress & { kind: "internal" }): string {
    const { subnetId, network, prefix } = this.#subnet(cluster, wanted.subnet);
    const range = parseCidr(prefix);
    if (range === undefined) throw new LoadBalancerError(`the subnet ${subnetId} has no IPv4 range`);
    const frontend = frontendId(cluster, service, true);
    const { addresses, links } = this.#azure.store;
    const asked = wanted.address === undefined ? undefined : parseAddress(wanted.address);
    if (
      wanted.address !== undefined &&
      (asked === undefined || asked < range.first + 4 || asked >= range.first + range.size - 1)
    ) {
      throw new LoadBalancerError(
        `PrivateIPAddressNotInSubnet: Private static IP address ${wanted.address} does not belong to the range of subnet prefix ${prefix}.`,
      );
    }
    const address =
      wanted.address === undefined
        ? addresses.allocatePrivate(network, range, 1, frontend)?.[0]
        : addresses.takePrivate(network, wanted.address, frontend);
    if (address === undefined) {
      throw new LoadBalancerError(
        wanted.address === undefined
          ? `SubnetIsFull: Subnet ${subnetId} with address prefix ${prefix} does not have enough capacity for 1 IP addresses.`
          : `PrivateIPAddressIsAllocated: IP configuration ${frontend} is using the private IP address ${wanted.address} which is already allocated.`,
      );
    }
    links.set(frontend, [{ target: subnetId, property: "frontendSubnet", via: frontend, blocks: true }]);
    return address;
  }

  /** The subnet that was named, else that of the nodes, else the one that AKS makes with the cluster. */
  #subnet(
    cluster: Resource,
    name: string | undefined,
  ): { subnetId: string; network: string; prefix: string } {
    const nodes = poolsOf(cluster, this.#azure).flatMap((pool) => text(pool.body, "vnetSubnetID") ?? [])[0];
    if (nodes === undefined) {
      const network = `${nodeGroupId(cluster)}/providers/Microsoft.Network/virtualNetworks/aks-vnet`;
      if (name !== undefined && name !== "aks-subnet") throw subnetMissing(name, network);
      return { subnetId: `${network}/subnets/aks-subnet`, network, prefix: "10.224.0.0/16" };
    }
    const network = containerOf(nodes);
    const subnet = this.#azure.find(name === undefined ? nodes : `${network}/subnets/${name}`);
    if (subnet === undefined) throw subnetMissing(name ?? nodes, network);
    return { subnetId: subnet.id, network, prefix: subnetPrefixes(subnet.body)[0] ?? "" };
  }

  #detach(frontend: string): void {
    this.#azure.store.links.clear(frontend);
    this.#azure.store.addresses.release(frontend);
  }
}

function subnetMissing(subnet: string, network: string): LoadBalancerError {
  return new LoadBalancerError(
    `ensure(${subnet}): lb(kubernetes-internal) - failed to get subnet: ${network}/${subnet}`,
  );
}

/** What the cloud provider calls a Service: `a` and its uid. */
function shortName(service: Pick<Service, "uid">): string {
  return `a${service.uid.replace(/-/g, "")}`.slice(0, 32);
}

function frontendId(cluster: Resource, service: Pick<Service, "uid">, internal: boolean): string {
  const balancer = internal ? "kubernetes-internal" : "kubernetes";
  return `${nodeGroupId(cluster)}/providers/Microsoft.Network/loadBalancers/${balancer}/frontendIPConfigurations/${shortName(service)}`;
}

function ownPublicIpId(cluster: Resource, service: Pick<Service, "uid">): string {
  return `${nodeGroupId(cluster)}/providers/Microsoft.Network/publicIPAddresses/kubernetes-${shortName(service)}`;
}
