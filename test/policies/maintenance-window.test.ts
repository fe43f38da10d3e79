import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { meet, stretchesOf } from "../../policies/azure/maintenance-window.ts";
import { Property } from "../../policies/property.ts";

const week = 7 * 24 * 60;

function stretches(window: unknown) {
  return stretchesOf(Property.root(window));
}

function weekly(dayOfWeek: string, startTime: string, durationHours = 4, utcOffset = "+00:00") {
  return stretches({
    schedule: { weekly: { dayOfWeek, intervalWeeks: 1 } },
    startTime,
    durationHours,
    utcOffset,
  });
}

const stretch = fc
  .tuple(fc.integer({ min: 0, max: week - 1 }), fc.integer({ min: 1, max: 24 * 60 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe("maintenance windows", () => {
  it("stand in the week by UTC", () => {
    assert.deepEqual(weekly("Sunday", "02:00"), [{ start: 120, end: 360 }]);
    assert.deepEqual(weekly("Monday", "00:00", 4, "+02:00"), [{ start: 1320, end: 1560 }]);
    assert.deepEqual(weekly("sunday", "01:00", 4, "+02:00"), [{ start: week - 60, end: week + 180 }]);
  });

  it("count for every day on which they may fall", () => {
    const daily = { schedule: { daily: { intervalDays: 2 } }, startTime: "02:00", durationHours: 4 };
    assert.equal(stretches(daily).length, 7);
    const monthly = {
      schedule: { absoluteMonthly: { dayOfMonth: 1 } },
      startTime: "02:00",
      durationHours: 4,
    };
    assert.equal(stretches(monthly).length, 7);
    const second = {
      schedule: { relativeMonthly: { dayOfWeek: "Tuesday" } },
      startTime: "02:00",
      durationHours: 4,
    };
    assert.deepEqual(stretches(second), [{ start: 3000, end: 3240 }]);
  });

  it("are none where they cannot be read", () => {
    for (const window of [
      undefined,
      {},
      { startTime: "2 o'clock", durationHours: 4 },
      { startTime: "02:00" },
    ])
      assert.deepEqual(stretches(window), []);
    assert.deepEqual(stretches({ startTime: "02:00", durationHours: 4 }), []);
  });

  it("meet over the end of the week", () => {
    assert.ok(meet(weekly("Saturday", "22:00"), weekly("Sunday", "01:00")));
    assert.ok(meet(weekly("Sunday", "01:00"), weekly("Saturday", "22:00")));
  });

  it("do not meet where one begins when the other ends", () => {
    assert.ok(!meet(weekly("Saturday", "20:00"), weekly("Sunday", "00:00")));
    assert.ok(!meet(weekly("Saturday", "02:00"), weekly("Sunday", "02:00")));
  });

  it("meet exactly where they have a minute of the week in common", () => {
    fc.assert(
      fc.property(stretch, stretch, (one, other) => {
        const minutes = new Set(
          Array.from({ length: one.end - one.start }, (_, index) => (one.start + index) % week),
        );
        const common = Array.from(
          { length: other.end - other.start },
          (_, index) => (other.start + index) % week,
        ).some((minute) => minutes.has(minute));
        assert.equal(meet([one], [other]), common);
      }),
    );
  });
});
