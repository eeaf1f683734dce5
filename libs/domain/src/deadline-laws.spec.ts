import fc from 'fast-check';
import { dueAt, type Limit } from './deadline';
import { type Pause } from './pause';
import { PointHours } from './point-hours';
import { addDays } from './time-range';
import { isBefore, type WallClock } from './wall-clock';
import { CALENDAR, calendarDays, daysButHolidays, hours, hoursRows, SAME_DAY, WEEKDAYS, workingDays } from './worked-example';
import { WorkingTime } from './working-time';
import { COMMON_RULES, type WorkingTimeRules } from './working-time-rules';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (tenMinutes: number): string => `${two(Math.floor(tenMinutes / 6))}:${two((tenMinutes % 6) * 10)}`;

/** One to three stretches between 06:00 and 20:00. */
const stretches = fc
  .uniqueArray(fc.integer({ min: 36, max: 120 }), { minLength: 2, maxLength: 6 })
  .map((times) => times.toSorted((one, other) => one - other))
  .map((times) =>
    times.slice(0, times.length - (times.length % 2)).flatMap((opens, at) => {
      const closes = times[at + 1];
      return at % 2 === 0 && closes !== undefined ? [[clock(opens), clock(closes)] as const] : [];
    }),
  );
const timeOf = (rows: ReturnType<typeof hoursRows>, rules: Partial<WorkingTimeRules>): WorkingTime =>
  new WorkingTime(CALENDAR, new PointHours(rows, null), { ...COMMON_RULES, ...rules });

/** Days of different lengths. */
const uneven = (rules: Partial<WorkingTimeRules> = {}) =>
  fc.tuple(...WEEKDAYS.map(() => stretches)).map((week) =>
    timeOf(
      week.flatMap((day, at) => hoursRows(null, [at + 1], day)),
      rules,
    ),
  );
/** Days of one length. */
const even = (rules: Partial<WorkingTimeRules> = {}) => stretches.map((day) => timeOf(hoursRows(null, WEEKDAYS, day), rules));
const anyTime = fc.oneof(even(), uneven(), uneven({ hoursPerWorkingDay: 'as_open' }));
/** Of these, a working hour is a whole number of seconds on every day. */
const exactTime = fc.oneof(even(), uneven({ hoursPerWorkingDay: 'as_open' }));

/** From December 2025 to January 2027: Tết, swapped Saturdays, both turns of the year. */
const instant: fc.Arbitrary<WallClock> = fc.record({
  day: fc.integer({ min: 0, max: 420 }).map((count) => addDays('2025-12-01', count)),
  second: fc.integer({ min: 0, max: 86_399_999 }).map((ms) => ms / 1000),
});
const count = fc.integer({ min: 0, max: 40 });
const limit: fc.Arbitrary<Limit> = fc.oneof(
  count.map(hours),
  count.map(workingDays),
  count.map(calendarDays),
  count.map(daysButHolidays),
  fc.constant(SAME_DAY),
);

/** A case with requests that come up to three weeks after reception. */
const paused = fc
  .record({ received: instant, waits: fc.array(fc.tuple(count, count, count), { maxLength: 3 }) })
  .map(({ received, waits }) => ({
    received,
    pauses: waits.map(([after, length, quarter]): Pause => {
      const from = addDays(received.day, after % 21);
      return { from: { day: from, second: quarter * 900 }, to: { day: addDays(from, 1 + (length % 10)), second: received.second } };
    }),
  }));

const dueOf = (time: WorkingTime, received: WallClock, of: Limit, pauses: readonly Pause[] = []): WallClock => {
  const at = dueAt(time, { received, limit: of, pauses });
  if (!at) throw new Error('No pause is without an end, so there is a due date.');
  return at;
};

describe('a due date, whatever the hours', () => {
  it('lies inside opening hours or at a closing time', () =>
    fc.assert(
      fc.property(anyTime, paused, limit, (time, { received, pauses }, of) => {
        const { day, second } = dueOf(time, received, of, pauses);
        return time.openingsOn(day).some(({ opens, closes }) => opens <= second && second <= closes);
      }),
    ));

  it('never falls on a rest day', () =>
    fc.assert(
      fc.property(anyTime, paused, limit, (time, { received, pauses }, of) => CALENDAR.isWorking(dueOf(time, received, of, pauses).day)),
    ));

  it('in hours is the first millisecond by which the limit has elapsed, without the pauses', () =>
    fc.assert(
      fc.property(anyTime, paused, fc.integer({ min: 1, max: 40 }), (time, { received, pauses }, of) => {
        const at = dueOf(time, received, hours(of), pauses);
        const before = { ...at, second: (at.second * 1000 - 1) / 1000 };
        return (
          time.elapsedMs(received, at, pauses) >= of * 3_600_000 &&
          (isBefore(before, received) || time.elapsedMs(received, before, pauses) < of * 3_600_000)
        );
      }),
    ));

  it('in hours is where exactly the limit has elapsed', () =>
    fc.assert(
      fc.property(
        exactTime,
        instant,
        fc.integer({ min: 1, max: 40 }),
        (time, received, of) => time.elapsedMs(received, dueOf(time, received, hours(of))) === of * 3_600_000,
      ),
    ));

  it('is the same when the hours are added one by one', () =>
    fc.assert(
      fc.property(exactTime, instant, fc.integer({ min: 1, max: 30 }), (time, received, of) => {
        const oneByOne = Array.from({ length: of }).reduce<WallClock>((at) => dueOf(time, at, hours(1)), received);
        expect(oneByOne).toEqual(dueOf(time, received, hours(of)));
      }),
    ));

  it('in working days is that many after the day of reception', () =>
    fc.assert(
      fc.property(anyTime, instant, count, (time, received, of) => {
        expect(dueOf(time, received, workingDays(of)).day).toBe(CALENDAR.addWorkingDays(time.receptionDay(received), of));
      }),
    ));

  it('of eight hours comes by the close of one working day, however long the counters are open', () =>
    fc.assert(
      fc.property(even(), instant, (time, received) => !isBefore(dueOf(time, received, workingDays(1)), dueOf(time, received, hours(8)))),
    ));

  it('does not come earlier for a later reception', () =>
    fc.assert(
      fc.property(anyTime, instant, instant, limit, (time, one, other, of) => {
        const [first, second] = isBefore(one, other) ? [one, other] : [other, one];
        return !isBefore(dueOf(time, second, of), dueOf(time, first, of));
      }),
    ));

  it('does not come earlier for a longer limit', () =>
    fc.assert(
      fc.property(
        anyTime,
        paused,
        fc.constantFrom(hours, workingDays, calendarDays, daysButHolidays),
        count,
        count,
        (time, { received, pauses }, unit, one, other) => {
          const [less, more] = [unit(Math.min(one, other)), unit(Math.max(one, other))];
          return !isBefore(dueOf(time, received, more, pauses), dueOf(time, received, less, pauses));
        },
      ),
    ));

  it('does not come earlier for a pause', () =>
    fc.assert(
      fc.property(
        anyTime,
        paused,
        limit,
        (time, { received, pauses }, of) => !isBefore(dueOf(time, received, of, pauses), dueOf(time, received, of)),
      ),
    ));
});

describe('elapsed working time, whatever the hours', () => {
  const inOrder = (times: readonly WallClock[]): WallClock[] => times.toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
  const three = fc.tuple(instant, instant, instant).map(inOrder);

  it('adds up to the millisecond, wherever it is cut', () =>
    fc.assert(
      fc.property(anyTime, three, paused, (time, [from, cut, to], { pauses }) => {
        if (!from || !cut || !to) return false;
        expect(time.elapsedMs(from, cut, pauses) + time.elapsedMs(cut, to, pauses)).toBe(time.elapsedMs(from, to, pauses));
        return true;
      }),
    ));

  it('is shorter by exactly the working time of a pause', () =>
    fc.assert(
      fc.property(anyTime, fc.tuple(instant, instant, instant, instant).map(inOrder), (time, [from, stop, goOn, to]) => {
        if (!from || !stop || !goOn || !to) return false;
        const pauses = [{ from: stop, to: goOn }];
        expect(time.elapsedMs(from, to, pauses)).toBe(time.elapsedMs(from, to) - time.elapsedMs(stop, goOn));
        return true;
      }),
    ));

  it('of a working day is worth eight hours, however long the counters are open', () =>
    fc.assert(
      fc.property(uneven(), instant, (time, { day }) => {
        const expected = CALENDAR.isWorking(day) ? 8 * 3_600_000 : 0;
        expect(time.elapsedMs({ day, second: 0 }, { day, second: 86_400 })).toBe(expected);
      }),
    ));
});
