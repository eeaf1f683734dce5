import fc from 'fast-check';
import { aYearBefore, PERIOD_KINDS, periodHolding, periodsOfYear, precedingPeriod, rangeOfPeriod, REPORT_CALENDARS } from './report-period';
import { addDays } from './time-range';

const range = (calendar: 'calendar' | 'report', kind: (typeof PERIOD_KINDS)[number], year: number, number = 1) =>
  rangeOfPeriod({ calendar, kind, year, number });

describe('a reporting period', () => {
  it.each([
    ['month', 2, '2026-01-15', '2026-02-15'],
    ['month', 1, '2025-12-15', '2026-01-15'],
    ['quarter', 1, '2025-12-15', '2026-03-15'],
    ['quarter', 2, '2026-03-15', '2026-06-15'],
    ['quarter', 3, '2026-06-15', '2026-09-15'],
    ['quarter', 4, '2026-09-15', '2026-12-15'],
    ['half', 1, '2025-12-15', '2026-06-15'],
    ['half', 2, '2026-06-15', '2026-12-15'],
    ['nine_months', 1, '2025-12-15', '2026-09-15'],
    ['year', 1, '2025-12-15', '2026-12-15'],
  ] as const)('of reports: %s %i of 2026 runs from %s up to %s', (kind, number, from, to) =>
    expect(range('report', kind, 2026, number)).toEqual({ from, to }),
  );

  it.each([
    ['month', 2, '2028-02-01', '2028-03-01'],
    ['quarter', 4, '2028-10-01', '2029-01-01'],
    ['half', 1, '2028-01-01', '2028-07-01'],
    ['nine_months', 1, '2028-01-01', '2028-10-01'],
    ['year', 1, '2028-01-01', '2029-01-01'],
  ] as const)('of the calendar: %s %i of 2028 runs from %s up to %s', (kind, number, from, to) =>
    expect(range('calendar', kind, 2028, number)).toEqual({ from, to }),
  );

  it('holds the 14th in its own month and the 15th in the next one', () => {
    expect(periodHolding('report', 'month', '2026-12-14')).toMatchObject({ year: 2026, number: 12 });
    expect(periodHolding('report', 'month', '2026-12-15')).toMatchObject({ year: 2027, number: 1 });
    expect(periodHolding('calendar', 'month', '2026-12-15')).toMatchObject({ year: 2026, number: 12 });
  });

  it('of nine months holds no day after the third quarter', () => {
    expect(periodHolding('report', 'nine_months', '2026-09-14')).toMatchObject({ year: 2026, number: 1 });
    expect(periodHolding('report', 'nine_months', '2026-09-15')).toBeUndefined();
  });

  it('is compared with the one before and with the same one a year before', () => {
    const first = { calendar: 'report', kind: 'quarter', year: 2026, number: 1 } as const;
    expect(precedingPeriod(first)).toEqual({ ...first, year: 2025, number: 4 });
    expect(precedingPeriod({ ...first, number: 3 })).toEqual({ ...first, number: 2 });
    expect(precedingPeriod({ ...first, kind: 'nine_months' })).toEqual({ ...first, kind: 'nine_months', year: 2025 });
    expect(aYearBefore(first)).toEqual({ ...first, year: 2025 });
  });

  it.each([
    [{ kind: 'quarter', number: 5, year: 2026 }, 'A year has no quarter 5; give a whole number from 1 to 4.'],
    [{ kind: 'year', number: 2, year: 2026 }, 'A year has no year 2; give 1.'],
    [{ kind: 'month', number: 1, year: 26 }, '26 is not a year; give a whole number from 1900 to 2100.'],
  ] as const)('that does not exist is refused: %j', (period, message) =>
    expect(() => rangeOfPeriod({ calendar: 'report', ...period })).toThrow(message),
  );
});

describe('the periods of a year, in either calendar', () => {
  it.each(REPORT_CALENDARS.flatMap((calendar) => (['month', 'quarter', 'half', 'year'] as const).map((kind) => [calendar, kind] as const)))(
    '%s: each %s ends where the next begins, over a turn of the year too',
    (calendar, kind) => {
      const ranges = [2027, 2028].flatMap((year) => periodsOfYear(calendar, kind, year)).map(rangeOfPeriod);
      expect(ranges.slice(1).map(({ from }) => from)).toEqual(ranges.slice(0, -1).map(({ to }) => to));
    },
  );

  it('hold each day that is said to lie in them', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...REPORT_CALENDARS),
        fc.constantFrom(...PERIOD_KINDS),
        fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days)),
        (calendar, kind, day) => {
          const period = periodHolding(calendar, kind, day);
          if (!period) return kind === 'nine_months';
          const { from, to } = rangeOfPeriod(period);
          return from <= day && day < to;
        },
      ),
    ));
});
