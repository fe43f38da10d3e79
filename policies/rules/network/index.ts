import type { Rule } from "../../rule.ts";
import networkInterfaceNoIpForwarding from "./network-interface-no-ip-forwarding.ts";
import networkInterfaceNoPublicIp from "./network-interface-no-public-ip.ts";
import networkLoadBalancerStandard from "./network-load-balancer-standard.ts";
import networkNoAnyPortFromInternet from "./network-no-any-port-from-internet.ts";
import networkNoRdpFromInternet from "./network-no-rdp-from-internet.ts";
import networkNoSensitivePortFromInternet from "./network-no-sensitive-port-from-internet.ts";
import networkNoSshFromInternet from "./network-no-ssh-from-internet.ts";
import networkNoUdpFromInternet from "./network-no-udp-from-internet.ts";
import networkPublicIpStandard from "./network-public-ip-standard.ts";
import networkSubnetHasNsg from "./network-subnet-has-nsg.ts";

/** The rules of this folder. */
export const networkRules: readonly Rule[] = [
  networkInterfaceNoIpForwarding,
  networkInterfaceNoPublicIp,
  networkLoadBalancerStandard,
  networkNoAnyPortFromInternet,
  networkNoRdpFromInternet,
  networkNoSensitivePortFromInternet,
  networkNoSshFromInternet,
  networkNoUdpFromInternet,
  networkPublicIpStandard,
  networkSubnetHasNsg,
];
