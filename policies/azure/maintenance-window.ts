import type { Property } from "../property.ts";

const minutesOfDay = 1440;
const minutesOfWeek = 7 * minutesOfDay;
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** A stretch of the week in minutes from Sunday 00:00 UTC; the end may lie in the next week. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretches of a week in which an AKS maintenance window can fall. One of every second week counts for each week, and
 * one that falls on a date counts for each day, because they meet others sooner or later. None when the window cannot be
 * read; Azure refuses it.
 */
export function stretchesOf(window: Property): readonly Stretch[] {
  const start = minutes(/^(\d{1,2}):(\d{2})$/.exec(window.at("startTime").string ?? ""));
  const hours = window.at("durationHours").number;
  if (start === undefined || hours === undefined || hours <= 0) return [];
  const offset = utcOffset(window.at("utcOffset").string ?? "+00:00");
  return daysOf(window.at("schedule")).map((day) => {
    const begin = wrapped(day * minutesOfDay + start - offset);
    return { start: begin, end: begin + Math.min(hours * 60, minutesOfWeek) };
  });
}

/** Whether two lists of stretches meet at any time of a week. */
export function meet(ones: readonly Stretch[], others: readonly Stretch[]): boolean {
  return ones.some((one) =>
    others.some((other) =>
      [-minutesOfWeek, 0, minutesOfWeek].some(
        (shift) => one.start < other.end + shift && other.start + shift < one.end,
      ),
    ),
  );
}

function daysOf(schedule: Property): readonly number[] {
  for (const kind of ["weekly", "relativeMonthly"]) {
    const day = schedule.at(`${kind}.dayOfWeek`).string;
    if (day === undefined) continue;
    const index = days.findIndex((name) => name.toLowerCase() === day.toLowerCase());
    // "Weekday" and "WeekendDay" in the second, third … week of a month.
    return index === -1 ? [...days.keys()] : [index];
  }
  const everyDay = schedule.at("daily").isSet || schedule.at("absoluteMonthly").isSet;
  return everyDay ? [...days.keys()] : [];
}

function utcOffset(text: string): number {
  const sign = text.startsWith("-") ? -1 : 1;
  return sign * (minutes(/^[+-](\d{2}):(\d{2})$/.exec(text)) ?? 0);
}

function minutes(time: RegExpExecArray | null): number | undefined {
  return time === null ? undefined : Number(time[1]) * 60 + Number(time[2]);
}

function wrapped(minute: number): number {
  return ((minute % minutesOfWeek) + minutesOfWeek) % minutesOfWeek;
}
