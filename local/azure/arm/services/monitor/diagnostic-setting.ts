import { idKey, sameId } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import { flag, objects, text } from "../../body.ts";
import { badRequest, refusal, type Refusal } from "../../refusal.ts";
import type { Link, ResourceType, Write } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { workspaceType } from "../operationalinsights/workspace.ts";

const token = "azure-native:monitor:DiagnosticSetting";

/** Azure's limit for one resource. */
const MOST = 5;

export const diagnosticSetting: ResourceType = {
  token,
  path: "/{resourceUri}/providers/Microsoft.Insights/diagnosticSettings/{name}",
  answerPath: "/{resourceUri}/providers/microsoft.insights/diagnosticSettings/{name}",
  apiVersion: "2021-05-01-preview",
  place: "nowhere",
  stamps: ["systemData"],
  defaults: () => ({ logs: [], metrics: [] }),
  *refusals(body): Iterable<Refusal> {
    for (const log of objects(body, "logs")) {
      const [category, group] = [log["category"], log["categoryGroup"]];
      if (typeof category === "string" && typeof group === "string") {
        yield bare(
          400,
          "BadRequest",
          `A log setting has either a category or a category group: '${category}' and '${group}'.`,
        );
      }
      const days = objects({ policy: [log["retentionPolicy"] ?? {}] }, "policy")[0]?.["days"];
      if (typeof days === "number" && days > 0) {
        yield bare(
          400,
          "BadRequest",
          "Diagnostic settings does not support retention for new diagnostic settings.",
        );
      }
    }
    const groups = objects(body, "logs").flatMap((log) => text(log, "categoryGroup") ?? []);
    if (groups.includes("allLogs") && groups.includes("audit")) {
      yield bare(
        400,
        "BadRequest",
        "The category groups 'allLogs' and 'audit' cannot both be used in one setting.",
      );
    }
  },
  conflicts,
  *links(body): Iterable<Link> {
    const workspace = text(body, "workspaceId");
    if (workspace !== undefined) {
      const missing = badRequest("ResourceNotFound", `Resource '${workspace}' was not found.`);
      yield { target: workspace, property: "workspaceId", type: workspaceType, missing };
    }
    const storage = text(body, "storageAccountId");
    if (storage !== undefined) {
      const missing = badRequest("ResourceNotFound", `Resource '${storage}' was not found.`);
      yield { target: storage, property: "storageAccountId", type: storageType, missing };
    }
    const rule = text(body, "eventHubAuthorizationRuleId");
    if (rule !== undefined) yield { target: rule, property: "eventHubAuthorizationRuleId" };
  },
  notFound: (id) =>
    refusal(
      404,
      "ResourceNotFound",
      `The diagnostic setting '${id.slice(id.lastIndexOf("/") + 1)}' doesn't exist.`,
    ),
};

const storageType = "Microsoft.Storage/storageAccounts";

/** Azure Monitor writes its errors without the usual envelope. */
function bare(status: number, code: string, message: string): Refusal {
  return { ...refusal(status, code, message), body: { code, message } };
}

const sinks = ["workspaceId", "storageAccountId", "eventHubAuthorizationRuleId", "marketplacePartnerId"];

function* conflicts(write: Write, azure: Azure): Iterable<Refusal> {
  if (sinks.every((sink) => write.sent[sink] === undefined)) {
    yield bare(
      400,
      "BadRequest",
      `The diagnostic setting '${write.name}' has no destination: one of ${sinks.join(", ")} is needed.`,
    );
  }
  if (enabledCategories(write.body).length === 0) {
    yield bare(
      400,
      "BadRequest",
      `At least one data sink needs to be specified with an enabled log or metric category in '${write.name}'.`,
    );
  }
  const scope = write.id.slice(0, write.id.toLowerCase().lastIndexOf("/providers/"));
  const siblings = azure
    .within(scope, token)
    .filter(
      (other) =>
        idKey(other.id) !== idKey(write.id) &&
        sameId(other.id.slice(0, other.id.toLowerCase().lastIndexOf("/providers/")), scope),
    );
  if (siblings.length >= MOST) {
    yield bare(400, "BadRequest", `A resource has ${MOST} diagnostic settings at most.`);
  }
  for (const other of siblings) {
    for (const sink of sinks) {
      const id = text(write.body, sink);
      if (id === undefined || !sameId(id, text(other.body, sink) ?? "")) continue;
      const shared = enabledCategories(write.body).find((category) =>
        enabledCategories(other.body).includes(category),
      );
      if (shared === undefined) continue;
      yield bare(
        409,
        "Conflict",
        `Data sink '${id}' is already used in diagnostic setting '${other.name}' for category '${shared}'. Data sinks can't be reused in different settings on the same category for the same resource.`,
      );
    }
  }
}

function enabledCategories(body: ArmBody): string[] {
  return [...objects(body, "logs"), ...objects(body, "metrics")]
    .filter((setting) => flag(setting, "enabled") === true)
    .flatMap((setting) => text(setting, "category") ?? text(setting, "categoryGroup") ?? []);
}
