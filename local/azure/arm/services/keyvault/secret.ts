import { containerOf, nameOf } from "../../arm-id.ts";
import { absent, compact, number, object, text } from "../../body.ts";
import { badRequest, refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { stableHex } from "../../uuid.ts";
import { vaultUri } from "./vault.ts";

/** A secret of a vault. Its value is not stored: a fingerprint tells whether it changed. */
export const secret: ResourceType = {
  token: "azure-native:keyvault:Secret",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.KeyVault/vaults/{vaultName}/secrets/{secretName}",
  apiVersion: "2024-11-01",
  place: "parent",
  stamps: [],
  writeOnly: ["properties.value"],
  defaults: () => ({ properties: { attributes: { enabled: true } } }),
  *conflicts(write) {
    if (!/^[a-zA-Z0-9-]{1,127}$/.test(write.name)) {
      yield badRequest(
        "BadRequest",
        `The secret name '${write.name}' is invalid: 1 to 127 letters, digits and hyphens.`,
      );
    }
    if (write.before === undefined && absent(write.sent, "properties.value")) {
      yield badRequest("BadRequest", `The secret ${write.name} has no value.`);
    }
    const expires = number(write.body, "properties.attributes.expires");
    const starts = number(write.body, "properties.attributes.notBefore");
    if (expires !== undefined && starts !== undefined && expires <= starts) {
      yield badRequest(
        "BadRequest",
        `The secret ${write.name} expires (${expires}) before it becomes valid (${starts}).`,
      );
    }
  },
  facts: (write, azure) => {
    const value = text(write.sent, "properties.value");
    const known = text(write.facts, "fingerprint");
    const fingerprint = value === undefined ? (known ?? "") : azure.key.fingerprint(value);
    const now = Math.floor(Date.parse(write.changedAt) / 1000);
    return {
      fingerprint,
      version:
        known === fingerprint
          ? (text(write.facts, "version") ?? "")
          : stableHex(32, write.id, fingerprint, write.changedAt),
      created: number(write.facts, "created") ?? now,
      updated: now,
    };
  },
  notFound: (id) =>
    refusal(404, "SecretNotFound", `A secret with (name/id) ${nameOf(id)} was not found in this key vault.`),
  outputs: (resource) => {
    const uri = `${vaultUri(nameOf(containerOf(resource.id)))}secrets/${resource.name}`;
    return {
      tags: object(resource.body, "tags"),
      properties: {
        ...compact({
          secretUri: uri,
          secretUriWithVersion: `${uri}/${text(resource.facts, "version") ?? ""}`,
        }),
        attributes: {
          created: number(resource.facts, "created") ?? 0,
          updated: number(resource.facts, "updated") ?? 0,
        },
      },
    };
  },
};
