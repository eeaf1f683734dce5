import type { Answer, AnswerRow, Value } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { halfHoursIn, loadRows, slotLoads } from './slot-loads';

interface Told {
  readonly occupancy: number;
  readonly staffed: number;
  readonly work: number;
  readonly days: number;
  readonly overloaded?: number;
}

const row = (
  point: string,
  halfHour: string,
  { occupancy, staffed, work, days, overloaded = 0 }: Told,
  part: Partial<Value> = {},
): AnswerRow => ({
  key: { point, half_hour: halfHour },
  values: {
    half_hour_occupancy: figure({ value: occupancy, ...part }),
    overload_share: figure({ value: overloaded / days, n: days, cases: overloaded }),
    work_minutes: figure({ value: work }),
    staffed_minutes: figure({ value: staffed }),
  },
});
const answer = (...rows: readonly AnswerRow[]): Answer => ({
  question: { metrics: ['half_hour_occupancy'], by: ['point', 'half_hour'], from: '2026-10-01', to: '2026-11-01', where: [], exact: false },
  rows,
});
const busy: Told = { occupancy: 0.9, staffed: 1200, work: 1100, days: 20, overloaded: 12 };

describe('work and staff by half-hour', () => {
  it('are those of an average day', () => {
    // 0.9 × 1,200 minutes of serving in 20 days are 54 a day; of work, tasks included, there were 55.
    expect(slotLoads(answer(row('A', '09:00', busy)))).toEqual([
      { point: 'A', halfHour: '09:00', days: 20, overloadedDays: 12, occupancy: 0.9, serving: 54, work: 55, staffed: 60 },
    ]);
  });

  it('count no less work than serving, whatever a source says', () => {
    expect(slotLoads(answer(row('A', '09:00', { ...busy, work: 0 })))[0]?.work).toBe(54);
  });

  it('leave out half-hours in which a point is staffed only now and then', () => {
    const loads = slotLoads(
      answer(row('A', '09:00', busy), row('A', '17:30', { ...busy, days: 9 }), row('A', '17:00', { ...busy, days: 10 })),
    );
    expect(halfHoursIn(loads)).toEqual(['09:00', '17:00']);
  });

  it('are unknown, not idle, where the feed was silent', () => {
    const silent = row('A', '09:00', { ...busy, days: 0 }, { value: null, reason: 'unknown', coverage: 0 });
    expect(slotLoads(answer(silent))).toMatchObject([{ point: 'A', occupancy: null }]);
    expect(slotLoads(answer(row('A', '09:00', busy, { coverage: 0.4 })))).toMatchObject([{ occupancy: null }]);
  });

  it('are none before there is an answer', () => {
    expect(slotLoads(null)).toEqual([]);
  });
});

it('points over the standard for most half-hours come first, the unknown last', () => {
  const loads = slotLoads(
    answer(
      row('A', '09:00', { ...busy, occupancy: 0.99 }),
      row('B', '09:00', busy),
      row('B', '09:30', busy),
      row('C', '09:00', busy, { value: null, reason: 'unknown' }),
      row('D', '09:00', { ...busy, occupancy: 0.85 }),
    ),
  );
  expect(loadRows(loads, 0.85).map(({ point, over, highest }) => [point, over, highest])).toEqual([
    ['B', 2, 0.9],
    ['A', 1, 0.99],
    ['D', 0, 0.85],
    ['C', 0, null],
  ]);
});
