import { containerOf, idKey } from "../../arm-id.ts";
import { absent, number, text, texts } from "../../body.ts";
import { parseAddress, parseCidr } from "../../cidr.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { invalidRequestFormat } from "./network-refusals.ts";

export const securityRuleToken = "azure-native:network:SecurityRule";

export const securityRule: ResourceType = {
  token: securityRuleToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/networkSecurityGroups/{networkSecurityGroupName}/securityRules/{securityRuleName}",
  apiVersion: "2024-05-01",
  place: "nowhere",
  stamps: ["provisioningState", "etag"],
  enumerations: {
    access: ["network", "SecurityRuleAccess"],
    direction: ["network", "SecurityRuleDirection"],
    protocol: ["network", "SecurityRuleProtocol"],
  },
  unknownValue: invalidRequestFormat,
  *refusals(body) {
    const priority = number(body, "priority");
    if (priority !== undefined && (priority < 100 || priority > 4096)) {
      yield badRequest(
        "SecurityRuleInvalidPriority",
        `Security rule has invalid priority. Value provided: ${priority}. Allowed range 100-4096.`,
      );
    }
    for (const range of portRanges(body)) if (!isPortRange(range)) yield invalidPortRange(range);
    for (const [property, prefix] of addressPrefixes(body)) {
      if (!isAddressOrTag(prefix)) {
        yield badRequest(
          "SecurityRuleInvalidAddressPrefix",
          `Security rule has invalid Address prefix. Value provided: ${prefix} in ${property}. It must be *, an IP address, a CIDR range or a service tag.`,
        );
      }
    }
  },
  *conflicts(write, azure) {
    for (const [first, second, third] of sides) {
      if (
        absent(write.sent, first) &&
        absent(write.sent, second) &&
        (third === "" || absent(write.sent, third))
      ) {
        const names = [first, second, third].filter((name) => name !== "").map(capitalized);
        yield badRequest(
          "RequiredSecurityRuleParametersMissing",
          `Required security rule parameters are missing for security rule with Id: ${write.id}. Security rule must specify ${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}.`,
        );
      }
    }
    for (const other of azure.within(containerOf(write.id), securityRuleToken)) {
      if (idKey(other.id) === idKey(write.id)) continue;
      if (number(other.body, "priority") !== number(write.body, "priority")) continue;
      if (text(other.body, "direction")?.toLowerCase() !== text(write.body, "direction")?.toLowerCase())
        continue;
      yield badRequest(
        "SecurityRuleConflict",
        `Security rule ${other.name} conflicts with rule ${write.name}. Rules cannot have the same Priority and Direction. To learn more about network security rules, see aka.ms/nsgrules.`,
      );
    }
  },
  defaults: () => ({
    destinationAddressPrefixes: [],
    destinationPortRanges: [],
    sourceAddressPrefixes: [],
    sourcePortRanges: [],
  }),
};

const sides = [
  ["sourcePortRange", "sourcePortRanges", ""],
  ["destinationPortRange", "destinationPortRanges", ""],
  ["sourceAddressPrefix", "sourceAddressPrefixes", "sourceApplicationSecurityGroups"],
  ["destinationAddressPrefix", "destinationAddressPrefixes", "destinationApplicationSecurityGroups"],
] as const;

function portRanges(body: ArmBody): string[] {
  return ["sourcePortRange", "destinationPortRange"].flatMap((property) => [
    ...(text(body, property) === undefined ? [] : [text(body, property) ?? ""]),
    ...texts(body, `${property}s`),
  ]);
}

function addressPrefixes(body: ArmBody): [string, string][] {
  return ["sourceAddressPrefix", "destinationAddressPrefix"].flatMap((property) => {
    const single = text(body, property);
    const all = [...(single === undefined ? [] : [single]), ...texts(body, `${property}es`)];
    return all.map((prefix): [string, string] => [property, prefix]);
  });
}

function isPortRange(range: string): boolean {
  if (range === "*") return true;
  const match = /^(\d+)(?:-(\d+))?$/.exec(range);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  return match !== null && first <= last && last <= 65535;
}

function isAddressOrTag(prefix: string): boolean {
  if (prefix === "*" || prefix.includes(":")) return true;
  return (
    parseAddress(prefix) !== undefined ||
    parseCidr(prefix) !== undefined ||
    /^[A-Za-z][A-Za-z0-9.]*$/.test(prefix)
  );
}

function invalidPortRange(range: string): Refusal {
  return badRequest(
    "SecurityRuleInvalidPortRange",
    `Security rule has invalid Port range. Value provided: ${range}. Value should be an integer OR integer range with '-' delimiter. Valid range 0-65535.`,
  );
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
