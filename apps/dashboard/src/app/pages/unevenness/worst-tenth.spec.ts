import type { Unevenness, UnevennessPeriod } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { toldPeriods, worstTenth } from './worst-tenth';

const period = (from: string, to: string, points: readonly string[]): UnevennessPeriod => ({
  range: { from, to },
  city: figure(),
  points: 20,
  unknown: [],
  tooFew: [],
  low: null,
  high: null,
  measures: {} as UnevennessPeriod['measures'],
  worstTenth: points,
});

const series = [
  period('2026-08-01', '2026-09-01', ['A', 'B']),
  period('2026-09-01', '2026-10-01', []),
  period('2026-10-01', '2026-11-01', ['A', 'C']),
];
const since = { day: '2026-08-15' } as NonNullable<Unevenness['since']>;

describe('the worst tenth', () => {
  const whole = period('2026-10-01', '2026-11-01', ['C', 'A']);

  it('keeps its order and says how often each point was in it, and whether then', () => {
    expect(worstTenth(whole, { series, since })).toEqual([
      { point: 'C', times: 1, wasThen: false },
      { point: 'A', times: 2, wasThen: true },
    ]);
  });

  it('says nothing of a day that nobody asked about', () => {
    expect(worstTenth(whole, { series, since: null }).map(({ wasThen }) => wasThen)).toEqual([null, null]);
  });

  it('counts only periods in which it could be told', () => {
    expect(toldPeriods(series)).toBe(2);
  });
});
