import type { ServiceStandard, Verdicts } from '@evenhand/contracts';
import type { VerdictState } from '@evenhand/domain';
import type { Loadable } from '../../data/loadable';
import { countStates, isFound, standardRows, stateIn } from './standard-rows';

const standard = (id: string, vi: string): ServiceStandard => ({
  ...{ id, label: { vi, en: id }, promise: { vi: '', en: '' }, clock: { vi: '', en: '' } },
  citations: [
    {
      instrument: { vi: 'Nghị định 118/2025', en: 'Decree 118/2025' },
      article: null,
      from: '2025-07-01',
      to: null,
      certainty: 'confirmed',
    },
  ],
  ...{ thresholds: [], scope: { points: 'all', channels: 'all', fields: 'all' }, isAdopted: true, data: 'present', needs: null },
  ...{ judgedBy: 'every_case', metric: null, comparison: null, hasCases: true, minimumCases: 1, versions: [], limits: {} },
});
const told = (id: string, state: VerdictState): readonly [string, Loadable<Verdicts>] => [
  id,
  {
    ...{ state: 'ready', isStale: false },
    data: {
      ...{ standard: id, from: '2026-10-01', to: '2026-11-01', by: 'city', grain: 'month' },
      verdicts: [
        {
          ...{ point: null, from: '2026-10-01', to: '2026-11-01', state, reason: null, value: null, interval: null, bounds: null },
          ...{ n: 0, breaches: 0, coverage: 1, asOf: null, readFrom: 'raw', pieces: [] },
        },
      ],
    },
  },
];
const all = [standard('a', 'Xin lỗi khi trễ hẹn'), standard('b', 'Thời gian chờ'), standard('c', 'Một đầu mối')];

describe('the list of standards', () => {
  const rows = standardRows(all, new Map([told('a', 'pass'), told('b', 'fail')]), '2026-10-01');

  it('begins with what failed and ends with what is still asked for', () => {
    expect(rows.map(({ standard: { id }, chosen }) => [id, chosen?.state])).toEqual([
      ['b', 'fail'],
      ['a', 'pass'],
      ['c', undefined],
    ]);
  });

  it('counts verdicts of the chosen month only', () => {
    expect(countStates(rows)).toEqual({ pass: 1, fail: 1, too_close: 0, unknown: 0, not_applicable: 0 });
    expect(countStates(standardRows(all, new Map([told('a', 'pass')]), '2026-09-01')).pass).toBe(0);
  });

  it('is searched in titles and citations, in either language, without diacritics', () => {
    expect(all.filter((one) => isFound(one, 'xin loi')).map(({ id }) => id)).toEqual(['a']);
    expect(all.every((one) => isFound(one, 'nghi dinh 118') && isFound(one, 'decree'))).toBe(true);
  });

  it('takes only verdicts from a link', () => {
    expect([stateIn('too_close'), stateIn('bad'), stateIn(null)]).toEqual(['too_close', null, null]);
  });
});
