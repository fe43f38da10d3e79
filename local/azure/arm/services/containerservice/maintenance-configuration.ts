import { isBody, number, object, objects, text } from "../../body.ts";
import { invalidParameter } from "./container-service-refusals.ts";
import type { ResourceType } from "../../resource-type.ts";

/** The names that AKS gives a meaning to, and what each is configured with. */
const configurations: Readonly<Record<string, string>> = {
  default: "timeInWeek",
  aksManagedAutoUpgradeSchedule: "maintenanceWindow",
  aksManagedNodeOSUpgradeSchedule: "maintenanceWindow",
};

export const maintenanceConfiguration: ResourceType = {
  token: "azure-native:containerservice:MaintenanceConfiguration",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ContainerService/managedClusters/{resourceName}/maintenanceConfigurations/{configName}",
  answerPath:
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ContainerService/managedClusters/{resourceName}/maintenanceConfigurations/{configName}",
  apiVersion: "2025-09-01",
  place: "nowhere",
  stamps: ["systemData"],
  enumerations: {
    "timeInWeek[].day": ["containerservice", "WeekDay"],
    "maintenanceWindow.schedule.weekly.dayOfWeek": ["containerservice", "WeekDay"],
    "maintenanceWindow.schedule.relativeMonthly.dayOfWeek": ["containerservice", "WeekDay"],
    "maintenanceWindow.schedule.relativeMonthly.weekIndex": ["containerservice", "Type"],
  },
  *refusals(body) {
    const hours = number(body, "maintenanceWindow.durationHours");
    if (hours !== undefined && (hours < 4 || hours > 24)) {
      yield invalidParameter("maintenanceWindow.durationHours", `${hours} is not between 4 and 24.`);
    }
    const start = text(body, "maintenanceWindow.startTime");
    if (start !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(start)) {
      yield invalidParameter("maintenanceWindow.startTime", `'${start}' is not of the form HH:mm.`);
    }
    const offset = text(body, "maintenanceWindow.utcOffset");
    if (offset !== undefined && !/^[+-]\d{2}:\d{2}$/.test(offset)) {
      yield invalidParameter("maintenanceWindow.utcOffset", `'${offset}' is not of the form +/-HH:mm.`);
    }
    const schedules = Object.keys(object(body, "maintenanceWindow.schedule"));
    if (
      isBody(body["maintenanceWindow"]) &&
      isBody(object(body, "maintenanceWindow")["schedule"]) &&
      schedules.length !== 1
    ) {
      yield invalidParameter(
        "maintenanceWindow.schedule",
        `exactly one kind of schedule is allowed, not ${schedules.length}.`,
      );
    }
    for (const window of objects(body, "timeInWeek")) {
      const hoursOfDay = window["hourSlots"];
      if (!Array.isArray(hoursOfDay)) continue;
      const wrong = hoursOfDay.find((hour) => typeof hour === "number" && (hour < 0 || hour > 23));
      if (wrong !== undefined)
        yield invalidParameter("timeInWeek.hourSlots", `${JSON.stringify(wrong)} is not between 0 and 23.`);
    }
  },
  *conflicts(write) {
    const property = configurations[write.name];
    if (property === undefined) {
      yield invalidParameter(
        "configName",
        `'${write.name}' is no maintenance configuration: the names are ${Object.keys(configurations).join(", ")}.`,
      );
    } else if (write.sent[property] === undefined) {
      yield invalidParameter(property, `the maintenance configuration ${write.name} needs ${property}.`);
    }
  },
};
