import type { Answer } from '@evenhand/domain';
import { compared } from '../../testing/comparisons';
import { figure, metric } from '../../testing/figures';
import type { Point } from './city-facts';
import { rankPoints } from './ranking';

const point = (code: string, name: string): Point => ({
  code,
  name,
  wardCode: code,
  wardName: name,
  wardType: 'phường',
  branchCode: 'B',
  column: 0,
  row: 0,
  validFrom: '2025-07-01',
  validTo: null,
});
const points = [point('1', 'Yên Sở'), point('2', 'Đống Đa'), point('3', 'Ba Đình'), point('4', 'Ô Diên')];
const shares: Readonly<Record<string, readonly [number, number]>> = { 1: [0.3, 1000], 2: [0.16, 1000], 3: [0.5, 10] };
const answer: Answer = {
  question: { metrics: ['long_wait_rate'], by: ['point'], from: '2026-10-01', to: '2026-11-01', where: [], exact: false },
  rows: Object.entries(shares).map(([code, [value, n]]) => ({ key: { point: code }, values: { long_wait_rate: figure({ value, n }) } })),
};
const input = { points, branchName: () => 'CN Hoàng Mai', answer, city: 0.16, metric: metric(), comparison: null };
const rows = rankPoints(input);

describe('the ranking of points', () => {
  it('keeps a point without a figure, as unknown', () => {
    expect(rows.map((row) => row.verdict)).toEqual(['beyond', 'within', 'few', 'unknown']);
  });

  it('takes the verdict of a fair comparison where there is one, and the chance of single cases elsewhere', () => {
    const comparison = { points: [compared({ point: '1' }), compared({ point: '2', verdict: 'worse', flag: 'look' })] };
    const judged = rankPoints({ ...input, comparison });
    expect(judged.map((row) => row.verdict)).toEqual(['within', 'look', 'few', 'unknown']);
    expect(judged.map((row) => row.isWorse)).toEqual([false, true, false, false]);
    expect(rows.map((row) => row.isWorse)).toEqual([true, false, false, false]);
  });
});
