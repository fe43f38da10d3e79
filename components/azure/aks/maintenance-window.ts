import { matching, oneOf, wholeNumber } from "../refusals/checks.ts";
import type { Refusal } from "../refusals/refusal.ts";

/** Days of a week, as AKS writes them. */
export const WeekDay = {
  Monday: "Monday",
  Tuesday: "Tuesday",
  Wednesday: "Wednesday",
  Thursday: "Thursday",
  Friday: "Friday",
  Saturday: "Saturday",
  Sunday: "Sunday",
} as const;
export type WeekDay = (typeof WeekDay)[keyof typeof WeekDay];

/** A time of every week in which AKS may upgrade. */
export interface MaintenanceWindowArgs {
  /** Day of the week. */
  dayOfWeek: WeekDay;
  /** Start as hh:mm. */
  startTime: string;
  /** Length in hours, 4 to 24. Default: 4. */
  durationHours?: number;
  /** Distance to UTC, such as +02:00. Default: +00:00. */
  utcOffset?: string;
}

/** What is wrong with a window. */
export function windowRefusals(path: string, window: MaintenanceWindowArgs | undefined): Refusal[] {
  if (window === undefined) {
    return [];
  }
  return [
    ...oneOf(`${path}.dayOfWeek`, window.dayOfWeek, WeekDay),
    ...matching(
      `${path}.startTime`,
      window.startTime,
      /^([01]\d|2[0-3]):[0-5]\d$/,
      "a time from 00:00 to 23:59",
      'Write it with two digits each, as in "02:00".',
    ),
    ...wholeNumber(`${path}.durationHours`, window.durationHours, 4, 24, "AKS needs at least 4 hours."),
    ...matching(
      `${path}.utcOffset`,
      window.utcOffset,
      /^[+-](0\d|1[0-4]):[0-5]\d$/,
      "a distance from -14:59 to +14:59",
      'Write it with its sign, as in "+02:00".',
    ),
  ];
}

/** A window as a maintenance configuration takes it. */
export interface WeeklyWindow {
  readonly schedule: { readonly weekly: { readonly intervalWeeks: 1; readonly dayOfWeek: WeekDay } };
  readonly startTime: string;
  readonly durationHours: number;
  readonly utcOffset: string;
}

/** A window with its defaults. */
export function weeklyWindow(window: MaintenanceWindowArgs): WeeklyWindow {
  return {
    schedule: { weekly: { intervalWeeks: 1, dayOfWeek: window.dayOfWeek } },
    startTime: window.startTime,
    durationHours: window.durationHours ?? 4,
    utcOffset: window.utcOffset ?? "+00:00",
  };
}
