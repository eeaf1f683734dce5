import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { compared } from '../../../testing/comparisons';
import { figure, metric } from '../../../testing/figures';
import { vietnamese } from '../../../testing/translations';
import type { Point } from '../../data/city-facts';
import type { RankedPoint } from '../../data/ranking';
import { sortedRows } from '../../design/table/arranged-rows';
import { RankingColumns } from './ranking-columns';

const point = (code: string): Point => ({
  ...{ code, name: code, wardCode: null, wardName: null, wardType: null, branchCode: null, column: null, row: null },
  ...{ validFrom: '2025-07-01', validTo: null },
});
const row = (code: string, part: Partial<RankedPoint>): RankedPoint => ({
  ...{ point: point(code), branch: '', figure: figure(), compared: compared({ point: code }), verdict: 'within', isWorse: false },
  ...part,
});
const rows = [
  row('hidden', { figure: figure({ value: null, reason: 'suppressed', n: null }), compared: null, verdict: 'few' }),
  row('silent', { figure: undefined, compared: null, verdict: 'unknown' }),
  row('none', { figure: figure({ value: 0 }) }),
  row('worse', { figure: figure({ value: 0.3 }), verdict: 'beyond', isWorse: true }),
  row('high', { figure: figure({ value: 0.4 }) }),
];

describe('the columns of the ranking', () => {
  const columnsOf = () => {
    TestBed.configureTestingModule({
      imports: [vietnamese],
      providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()],
    });
    const trends = {
      byPoint: new Map([['worse', [0.1, null, 0.3]]]),
      months: ['2026-08-01', '2026-09-01', '2026-10-01'],
      isLastPartial: false,
    };
    return TestBed.inject(RankingColumns).of({ metric: metric(), rows, city: figure(), trends });
  };
  const cellsOf = (id: string) => {
    const column = columnsOf().find((one) => one.id === id);
    return Object.fromEntries(rows.map((one) => [one.point.code, column?.cell(one)]));
  };

  it('put first what exceeds chance, not what happens to be highest', () =>
    expect(sortedRows(rows, columnsOf(), [{ column: 'verdict', isDescending: false }]).map((one) => one.point.code)).toEqual([
      ...['worse', 'high', 'none', 'hidden', 'silent'],
    ]));

  it('tell nothing, what may not be shown and what is not known apart', () => {
    const { none, hidden, silent, worse } = cellsOf('value');
    expect([none?.text, hidden?.text, silent?.text]).toEqual(['0,0\u00a0%', '‹5', '–']);
    expect([none?.look, hidden?.look, silent?.look, worse?.look]).toEqual(['plain', 'suppressed', 'unknown', 'worse']);
  });

  it('draw the last months with their gaps, and a mark where nothing is known of them', () => {
    const { worse, silent } = cellsOf('trend');
    expect(worse?.trend?.series).toEqual([0.1, null, 0.3]);
    expect(silent?.look).toBe('unknown');
  });

  it('say the places that a point can have', () => expect(cellsOf('places')['worse']?.text).toBe('3–9'));
});
