import { PERIOD_KINDS, periodsOfYear, REPORT_CALENDARS } from './report-period';
import { periodFromText, textOfPeriod } from './report-period-text';

describe('a period written down', () => {
  it.each([
    ['2026-09', { kind: 'month', number: 9 }],
    ['2026-Q3', { kind: 'quarter', number: 3 }],
    ['2026-H2', { kind: 'half', number: 2 }],
    ['2026-9M', { kind: 'nine_months', number: 1 }],
    ['2026', { kind: 'year', number: 1 }],
  ] as const)('%s is %j of 2026', (text, period) =>
    expect(periodFromText(text, 'report')).toEqual({ calendar: 'report', year: 2026, ...period }),
  );

  it('is read as it was written, for every period of a year', () => {
    for (const calendar of REPORT_CALENDARS)
      for (const period of PERIOD_KINDS.flatMap((kind) => periodsOfYear(calendar, kind, 2027)))
        expect(periodFromText(textOfPeriod(period), calendar)).toEqual(period);
  });

  it.each([
    ['Q3', '"Q3" is no period; write a month as 2026-09, a quarter as 2026-Q3'],
    ['2026-Q5', '"2026-Q5" is no period: A year has no quarter 5; give a whole number from 1 to 4.'],
    ['2026-13', '"2026-13" is no period: A year has no month 13'],
  ])('that is none is refused: %s', (text, message) => expect(() => periodFromText(text, 'calendar')).toThrow(message));
});
