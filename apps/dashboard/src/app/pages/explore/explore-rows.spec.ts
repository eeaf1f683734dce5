import type { Answer, Value } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { figuresOver, rowsBy, rowsOverTime, sideOf } from './explore-rows';

const answer = (rows: Answer['rows']): Answer => ({
  question: { metrics: ['tickets'], by: [], from: '2026-10-01', to: '2026-10-04', where: [], exact: false },
  rows,
});
const buckets = ['2026-10-01', '2026-10-02', '2026-10-03'];
const held = (low: number, high: number): Value => {
  const range = { from: '2026-09-01', to: '2026-10-01' };
  const against = { of: range, now: null, range, sameWeekdays: true, value: figure(), difference: 0.1, interval: { low, high } };
  return figure({ against: { previous: against } });
};

describe('what was found', () => {
  it('keeps the cases whose source did not say, under their own filter', () => {
    const rows = rowsBy({
      answer: answer([{ key: { channel: null }, values: { tickets: figure({ value: 4 }) } }]),
      ...{ metric: 'tickets', by: 'channel', nameOf: (value) => (value === '' ? 'not said' : value) },
    });
    expect(rows).toMatchObject([{ key: '', name: 'not said', where: 'channel:', figure: { value: 4 } }]);
  });

  it('shows a day that nobody told of as missing, not as zero', () => {
    const told = answer([{ key: { day: '2026-10-02' }, values: { tickets: figure({ value: 0 }) } }]);
    const rows = rowsOverTime({ answer: told, metric: 'tickets', grain: 'day', buckets, nameOf: (day) => day });
    expect(rows.map((row) => row.figure.value)).toEqual([null, 0, null]);
  });

  it('takes the rows of one line only', () => {
    const told = answer([
      { key: { point: 'P1', day: '2026-10-01' }, values: { tickets: figure({ value: 1 }) } },
      { key: { point: 'P2', day: '2026-10-01' }, values: { tickets: figure({ value: 2 }) } },
    ]);
    const line = figuresOver(told, { metric: 'tickets', grain: 'day', buckets, only: { by: 'point', key: 'P2' } });
    expect(line.map((one) => one?.value ?? null)).toEqual([2, null, null]);
  });

  it('calls a difference one only where its interval excludes zero', () => {
    expect([held(0.01, 0.2), held(-0.2, -0.01), held(-0.01, 0.2), figure()].map((value) => sideOf(value, 'previous'))).toEqual([
      1, -1, 0, 0,
    ]);
  });
});
