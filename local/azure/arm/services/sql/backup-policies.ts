import { nameOf } from "../../arm-id.ts";
import { number, text } from "../../body.ts";
import { badRequest } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";

const database =
  "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Sql/servers/{serverName}/databases/{databaseName}";

export const shortTermRetention: ResourceType = {
  token: "azure-native:sql:BackupShortTermRetentionPolicy",
  path: `${database}/backupShortTermRetentionPolicies/{policyName}`,
  apiVersion: "2023-08-01",
  place: "nowhere",
  stamps: [],
  defaults: () => ({ retentionDays: 7, diffBackupIntervalInHours: 12 }),
  *refusals(body) {
    const days = number(body, "retentionDays");
    if (days !== undefined && (days < 1 || days > 35)) {
      yield badRequest(
        "InvalidBackupRetentionPeriod",
        `The retention of ${days} days is not between 1 and 35.`,
      );
    }
    const hours = number(body, "diffBackupIntervalInHours");
    if (hours !== undefined && hours !== 12 && hours !== 24) {
      yield badRequest(
        "InvalidDifferentialBackupIntervalInHours",
        `The interval of ${hours} hours is neither 12 nor 24.`,
      );
    }
  },
  implicit: (id) =>
    nameOf(id).toLowerCase() === "default" ? { retentionDays: 7, diffBackupIntervalInHours: 12 } : undefined,
};

/** ISO 8601 durations that a long-term policy takes. */
const duration = /^P(T0S|\d+[DWMY])$/;

const none = { weeklyRetention: "PT0S", monthlyRetention: "PT0S", yearlyRetention: "PT0S", weekOfYear: 1 };

export const longTermRetention: ResourceType = {
  token: "azure-native:sql:LongTermRetentionPolicy",
  path: `${database}/backupLongTermRetentionPolicies/{policyName}`,
  apiVersion: "2023-08-01",
  place: "nowhere",
  stamps: [],
  defaults: () => none,
  *refusals(body) {
    for (const property of ["weeklyRetention", "monthlyRetention", "yearlyRetention"]) {
      const value = text(body, property);
      if (value !== undefined && !duration.test(value)) {
        yield badRequest(
          "LongTermRetentionPolicyInvalid",
          `The ${property} '${value}' is no ISO 8601 duration such as P4W, P12M or P5Y.`,
        );
      }
    }
    const week = number(body, "weekOfYear");
    const yearly = text(body, "yearlyRetention");
    if (yearly !== undefined && yearly !== "PT0S" && week !== undefined && (week < 1 || week > 52)) {
      yield badRequest(
        "LongTermRetentionPolicyInvalid",
        `The week of the year ${week} is not between 1 and 52.`,
      );
    }
  },
  implicit: (id) => (nameOf(id).toLowerCase() === "default" ? none : undefined),
};
