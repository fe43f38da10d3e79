import type { Rule } from "../../rule.ts";
import networkAksGroupUntouched from "./network-aks-group-untouched.ts";
import networkApplicationGatewayTls from "./network-application-gateway-tls.ts";
import networkDdosProtection from "./network-ddos-protection.ts";
import networkDnssec from "./network-dnssec.ts";
import networkEgressRestricted from "./network-egress-restricted.ts";
import networkFirewall from "./network-firewall.ts";
import networkFlowLogRetention from "./network-flow-log-retention.ts";
import networkFlowLogs from "./network-flow-logs.ts";
import networkGatewaySubnetWithoutGroup from "./network-gateway-subnet-without-group.ts";
import networkHubSubnets from "./network-hub-subnets.ts";
import networkInterfaceInheritsDns from "./network-interface-inherits-dns.ts";
import networkInterfaceNoIpForwarding from "./network-interface-no-ip-forwarding.ts";
import networkInterfaceNoPublicIp from "./network-interface-no-public-ip.ts";
import networkLoadBalancerProbe from "./network-load-balancer-probe.ts";
import networkLoadBalancerProbesAdmitted from "./network-load-balancer-probes-admitted.ts";
import networkLoadBalancerStandard from "./network-load-balancer-standard.ts";
import networkLoadBalancerZones from "./network-load-balancer-zones.ts";
import networkManagementEgressDenied from "./network-management-egress-denied.ts";
import networkNames from "./network-names.ts";
import networkNoAnyPortFromInternet from "./network-no-any-port-from-internet.ts";
import networkNoRdpFromInternet from "./network-no-rdp-from-internet.ts";
import networkNoRouteToInternet from "./network-no-route-to-internet.ts";
import networkNoSensitivePortFromInternet from "./network-no-sensitive-port-from-internet.ts";
import networkNoSshFromInternet from "./network-no-ssh-from-internet.ts";
import networkNoUdpFromInternet from "./network-no-udp-from-internet.ts";
import networkPrivateDnsServers from "./network-private-dns-servers.ts";
import networkPrivateEndpoint from "./network-private-endpoint.ts";
import networkPrivateEndpointDns from "./network-private-endpoint-dns.ts";
import networkPrivateSubnet from "./network-private-subnet.ts";
import networkPublicIpAttached from "./network-public-ip-attached.ts";
import networkPublicIpStandard from "./network-public-ip-standard.ts";
import networkPublicIpZones from "./network-public-ip-zones.ts";
import networkSecurityGroupAssociated from "./network-security-group-associated.ts";
import networkSecurityPerimeter from "./network-security-perimeter.ts";
import networkSubnetHasNsg from "./network-subnet-has-nsg.ts";
import networkSubnetsDeclaredOnce from "./network-subnets-declared-once.ts";
import networkTrafficAnalytics from "./network-traffic-analytics.ts";
import networkTwoDnsServers from "./network-two-dns-servers.ts";
import networkWaf from "./network-waf.ts";
import networkWebFromInternetReasoned from "./network-web-from-internet-reasoned.ts";

/** The rules of this folder. */
export const networkRules: readonly Rule[] = [
  networkAksGroupUntouched,
  networkApplicationGatewayTls,
  networkDdosProtection,
  networkDnssec,
  networkEgressRestricted,
  networkFirewall,
  networkFlowLogRetention,
  networkFlowLogs,
  networkGatewaySubnetWithoutGroup,
  networkHubSubnets,
  networkInterfaceInheritsDns,
  networkInterfaceNoIpForwarding,
  networkInterfaceNoPublicIp,
  networkLoadBalancerProbe,
  networkLoadBalancerProbesAdmitted,
  networkLoadBalancerStandard,
  networkLoadBalancerZones,
  networkManagementEgressDenied,
  networkNames,
  networkNoAnyPortFromInternet,
  networkNoRdpFromInternet,
  networkNoRouteToInternet,
  networkNoSensitivePortFromInternet,
  networkNoSshFromInternet,
  networkNoUdpFromInternet,
  networkPrivateDnsServers,
  networkPrivateEndpoint,
  networkPrivateEndpointDns,
  networkPrivateSubnet,
  networkPublicIpAttached,
  networkPublicIpStandard,
  networkPublicIpZones,
  networkSecurityGroupAssociated,
  networkSecurityPerimeter,
  networkSubnetHasNsg,
  networkSubnetsDeclaredOnce,
  networkTrafficAnalytics,
  networkTwoDnsServers,
  networkWaf,
  networkWebFromInternetReasoned,
];
