import {
  addDays,
  COMMON_RULES,
  DAY_KINDS,
  dueAt,
  PointHours,
  WorkingCalendar,
  WorkingTime,
  type Limit,
  type NamedDay,
  type OpeningHoursRow,
  type WorkingTimeRules,
} from '@evenhand/domain';
import { dueInstants, identifier, openWarehouse, sql, workingDaysBetween, workingTimeBetween, type Warehouse } from '@evenhand/warehouse';
import fc from 'fast-check';
import { CityClock } from './city-clock';
import { workingTimeRows } from './working-time-rows';

const RANGE = { from: '2025-10-01', to: '2027-12-01' };
const two = (value: number): string => String(value).padStart(2, '0');
const clockText = (quarters: number): string => `${two(Math.floor(quarters / 4))}:${two((quarters % 4) * 15)}`;

/** One or two stretches between 06:00 and 20:00. */
const stretches = fc.uniqueArray(fc.integer({ min: 24, max: 80 }), { minLength: 2, maxLength: 4 }).map((quarters) => {
  const times = quarters.toSorted((one, other) => one - other).map(clockText);
  const [a = '08:00', b = '17:00', c, d] = times;
  return c !== undefined && d !== undefined ? [[a, b] as const, [c, d] as const] : [[a, b] as const];
});

const week = fc.tuple(stretches, stretches, stretches, stretches, stretches).map((days) =>
  days.flatMap((day, index) =>
    day.map(([opensAt, closesAt]): OpeningHoursRow => ({
      pointCode: null,
      weekday: index + 1,
      opensAt,
      closesAt,
      validFrom: '1970-01-01',
      validTo: null,
    })),
  ),
);

const someDay = fc.integer({ min: 0, max: 500 }).map((count) => addDays('2025-12-01', count));
const calendar = fc.uniqueArray(fc.record({ day: someDay, kind: fc.constantFrom(...DAY_KINDS) }), {
  minLength: 20,
  maxLength: 80,
  selector: ({ day }) => day,
}) satisfies fc.Arbitrary<NamedDay[]>;
const dates = fc.uniqueArray(
  fc.record({
    pointCode: fc.constant(null),
    day: someDay,
    stretches: fc.oneof(
      fc.constant([]),
      stretches.map((day) => day.map(([opensAt, closesAt]) => ({ opensAt, closesAt }))),
    ),
  }),
  { maxLength: 20, selector: ({ day }) => day },
);
const rules: fc.Arbitrary<WorkingTimeRules> = fc.record({
  hoursPerWorkingDay: fc.constantFrom(8, 7.5, 'as_open' as const),
  swappedDayFollows: fc.constant(1),
  sameDayUntil: fc.constantFrom('15:00', '10:30'),
  firstDayCounts: fc.boolean(),
  endOnRestDay: fc.constantFrom(...(['next_working_day', 'as_it_falls'] as const)),
});
const zone = fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Amsterdam');

/** Any millisecond, or one at or beside a full quarter of an hour, where the edges of openings lie. */
const instant = fc
  .record({
    day: fc.integer({ min: 0, max: 420 }),
    ms: fc.oneof(
      fc.integer({ min: 0, max: 86_399_999 }),
      fc.tuple(fc.integer({ min: 1, max: 95 }), fc.integer({ min: -1, max: 1 })).map(([quarter, beside]) => quarter * 900_000 + beside),
    ),
  })
  .map(({ day, ms }) => Date.UTC(2026, 0, 1) + day * 86_400_000 + ms);
const limit: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 1, max: 240 }).map((quarters): Limit => ({ unit: 'hours', count: quarters / 4 })),
  fc
    .tuple(fc.constantFrom(...(['working_days', 'calendar_days', 'days_but_holidays'] as const)), fc.integer({ min: 1, max: 40 }))
    .map(([unit, count]): Limit => ({ unit, count })),
  fc.constant<Limit>({ unit: 'same_day' }),
);
const pauses = fc.array(
  fc.record({
    after: fc.integer({ min: -86_400_000, max: 20 * 86_400_000 }),
    length: fc.integer({ min: 0, max: 12 * 86_400_000 }),
    isOpen: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
  }),
  { maxLength: 3 },
);
const course = fc.record({ received: instant, limit, pauses }).map((drawn) => ({
  ...drawn,
  pauses: drawn.pauses.map(({ after, length, isOpen }) => ({
    from: drawn.received + after,
    to: isOpen ? undefined : drawn.received + after + length,
  })),
}));
const city = fc.record({ calendar, week, dates, rules, zone });
type Drawn = typeof city extends fc.Arbitrary<infer City> ? City : never;

const timeOf = ({ calendar: named, week: rows, dates: onDates, rules: given }: Drawn): WorkingTime =>
  new WorkingTime(new WorkingCalendar(named), new PointHours(rows, null, onDates), given);

describe('working time in the engine', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await openWarehouse('memory');
    await warehouse.run(sql`CREATE TABLE case_course (case_id UInt64, point_code String, received_at DateTime64(3, 'UTC'),
      to_at DateTime64(3, 'UTC'), unit String, limit_count Float64) ENGINE = Memory`);
    await warehouse.run(sql`CREATE TABLE case_pause (case_id UInt64, point_code String, from_at DateTime64(3, 'UTC'),
      to_at Nullable(DateTime64(3, 'UTC'))) ENGINE = Memory`);
  });
  afterAll(() => warehouse.close());

  const replace = async (table: string, rows: readonly object[]): Promise<void> => {
    await warehouse.run(sql`TRUNCATE TABLE ${identifier(table)}`);
    await warehouse.insert(table, rows);
  };
  const publish = async (time: WorkingTime, clock: CityClock): Promise<void> => {
    const { stretches: running, days } = workingTimeRows(time, clock, RANGE);
    const mine = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ working_time: 7, ...row }));
    await replace('working_stretch', mine(running));
    await replace('working_time_day', mine(days));
    await replace('point_working_time', [{ point_code: '', working_time: 7 }]);
  };

  it('ends limits at the millisecond at which the domain ends them, whatever the calendar, hours, rules, limits and pauses', async () => {
    const cases = fc.array(course, { minLength: 150, maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(city, cases, async (drawn, courses) => {
        const [time, clock] = [timeOf(drawn), new CityClock(drawn.zone)];
        await publish(time, clock);
        const rows = courses.map(({ received, limit: of }, id) => ({
          case_id: id + 1,
          point_code: 'P',
          received_at: new Date(received),
          to_at: new Date(received),
          unit: of.unit,
          limit_count: of.unit === 'same_day' ? 0 : of.count,
        }));
        await replace('case_course', rows);
        await replace(
          'case_pause',
          courses.flatMap((one, id) =>
            one.pauses.map(({ from, to }) => ({
              case_id: id + 1,
              point_code: 'P',
              from_at: new Date(from),
              to_at: to === undefined ? null : new Date(to),
            })),
          ),
        );
        const found = await warehouse.rows<{ case_id: number; due_at: string | null }>(
          sql`SELECT * FROM (${dueInstants(sql`SELECT * FROM case_course`, sql`SELECT * FROM case_pause`)}) ORDER BY case_id`,
        );
        const expected = courses.map((one, id) => {
          const at = dueAt(time, {
            received: clock.at(new Date(one.received)),
            limit: one.limit,
            pauses: one.pauses.map(({ from, to }) => ({
              from: clock.at(new Date(from)),
              to: to === undefined ? undefined : clock.at(new Date(to)),
            })),
          });
          return { case_id: id + 1, due_at: at ? clock.instantOf(at).toISOString() : null };
        });
        expect(found).toEqual(expected);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('counts the milliseconds that the domain counts', async () => {
    const spans = fc.array(fc.tuple(instant, instant), { minLength: 200, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(city, spans, async (drawn, drawnSpans) => {
        const [time, clock] = [timeOf(drawn), new CityClock(drawn.zone)];
        await publish(time, clock);
        const ordered = drawnSpans.map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));
        await replace(
          'case_course',
          ordered.map(({ from, to }, id) => ({
            case_id: id + 1,
            point_code: '',
            received_at: new Date(from),
            to_at: new Date(to),
            unit: '',
            limit_count: 0,
          })),
        );
        const relation = sql`SELECT case_id, point_code, received_at AS from_at, to_at FROM case_course`;
        const found = await warehouse.rows(sql`SELECT * FROM (${workingTimeBetween(relation)}) ORDER BY case_id`);
        expect(found).toEqual(
          ordered.map(({ from, to }, id) => ({
            case_id: id + 1,
            working_ms: time.elapsedMs(clock.at(new Date(from)), clock.at(new Date(to))),
          })),
        );
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  const week_ = (pointCode: string | null, validFrom: string): OpeningHoursRow[] =>
    [1, 2, 3, 4, 5].map((weekday) => ({ pointCode, weekday, opensAt: '08:00', closesAt: '16:00', validFrom, validTo: null }));

  it('counts working days late as the domain does', async () => {
    const named = new WorkingCalendar([{ day: '2026-02-17', kind: 'holiday' }]);
    await publish(new WorkingTime(named, new PointHours(week_(null, '1970-01-01'), null)), new CityClock('Asia/Ho_Chi_Minh'));
    const relation = sql`SELECT toUInt64(1) AS case_id, 'P' AS point_code, toDate('2026-02-13') AS from_on, toDate('2026-02-19') AS to_on`;
    // Mon 16 = 1, Tue 17 is a holiday, Wed 18 = 2, Thu 19 = 3
    expect(await warehouse.rows(workingDaysBetween(relation))).toEqual([{ case_id: 1, working_days: 3 }]);
    expect(named.workingDaysLate('2026-02-13', '2026-02-19')).toBe(3);
  });

  it('knows no due date where no hours are in force, and none beyond the days that are multiplied out', async () => {
    const late = new PointHours(week_('P', '2026-07-01'), 'P');
    await publish(new WorkingTime(new WorkingCalendar([]), late), new CityClock('Asia/Ho_Chi_Minh'));
    const one = (id: number, at: string, unit: string, count: number) => ({
      case_id: id,
      point_code: 'P',
      received_at: at,
      to_at: at,
      unit,
      limit_count: count,
    });
    await replace('case_course', [
      one(1, '2026-06-30T03:00:00.000Z', 'hours', 8),
      one(2, '2026-06-30T03:00:00.000Z', 'working_days', 1),
      one(3, '2026-07-01T03:00:00.000Z', 'working_days', 1),
      one(4, '2027-11-30T03:00:00.000Z', 'working_days', 1),
      one(5, '2027-11-30T03:00:00.000Z', 'hours', 80),
    ]);
    expect(await warehouse.rows(sql`SELECT * FROM (${dueInstants(sql`SELECT * FROM case_course`)}) ORDER BY case_id`)).toEqual([
      { case_id: 3, due_at: '2026-07-02T09:00:00.000Z' },
      { case_id: 4, due_at: null },
      { case_id: 5, due_at: null },
    ]);
  });
});

describe('rows of working time', () => {
  it('are none where a point has no hours', () => {
    const time = new WorkingTime(new WorkingCalendar([]), new PointHours([], 'P'), COMMON_RULES);
    expect(workingTimeRows(time, new CityClock('UTC'), RANGE)).toEqual({ stretches: [], days: [] });
  });
});
