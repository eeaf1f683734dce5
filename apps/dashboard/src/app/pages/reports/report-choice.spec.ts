import { textOfPeriod } from '@evenhand/domain';
import { periodOfKind, periodsKnown, readReport } from './report-choice';

const known = { firstDay: '2025-11-03', lastDay: '2026-10-31' };
const read = (query: string) => readReport(new URLSearchParams(query), known);

describe('the choice of a report', () => {
  it('is form II.06 of the latest quarter of reports that is over', () => {
    const choice = read('');
    // The fourth quarter runs until the 14th of December.
    expect([choice.report, choice.calendar, textOfPeriod(choice.period), choice.unit, choice.attribution]).toEqual([
      ...['ii06', 'report', '2026-Q3', 'city', 'reception'],
    ]);
  });

  it('takes the calendar of the text that asks for the report, unless the link names another', () => {
    expect(read('report=index766').calendar).toBe('calendar');
    expect(textOfPeriod(read('report=index766').period)).toBe('2026-10');
    expect(read('report=index766&calendar=report').calendar).toBe('report');
  });

  it('falls back where the link names no period, or one that the report is not made for', () => {
    expect(textOfPeriod(read('period=soon').period)).toBe('2026-Q3');
    expect(textOfPeriod(read('report=quarterly&period=2026-09').period)).toBe('2026-Q3');
    expect(textOfPeriod(read('period=2026-H1').period)).toBe('2026-H1');
  });

  it('offers the periods that hold some of the data, the latest first', () => {
    expect(periodsKnown('calendar', 'quarter', known).map(textOfPeriod)).toEqual(['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4']);
    expect(periodsKnown('report', 'year', known).map(textOfPeriod)).toEqual(['2026', '2025']);
  });

  it('keeps the time when the kind of period changes', () => {
    expect(periodOfKind('month', read('period=2026-Q2'), known)).toBe('2026-04');
    expect(periodOfKind('quarter', read('report=index766&period=2026-05'), known)).toBe('2026-Q2');
    expect(periodOfKind('nine_months', read(''), known)).toBe('2026-9M');
  });
});
