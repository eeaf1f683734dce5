import type { Answer } from '@evenhand/domain';
import { compared } from '../../../testing/comparisons';
import { figure, metric } from '../../../testing/figures';
import type { Point } from '../../data/city-facts';
import { pointRows } from './point-rows';

const point = (code: string, name: string): Point => ({
  code,
  name,
  wardCode: null,
  wardName: null,
  wardType: null,
  branchCode: null,
  column: null,
  row: null,
  validFrom: '2025-07-01',
  validTo: null,
});
const answerOf = (id: string): Answer => ({
  question: { metrics: [id], by: ['point'], from: '2026-10-01', to: '2026-11-01', where: [], exact: false },
  rows: [
    { key: { point: 'a' }, values: { [id]: figure({ value: 0.16 }) } },
    { key: { point: 'b' }, values: { [id]: figure({ value: 0.3 }) } },
  ],
});
const input = {
  points: [point('c', 'Đống Đa'), point('a', 'Ba Đình'), point('b', 'Yên Sở')],
  branchName: () => '',
  metrics: [metric()],
  answerOf,
  cityOf: () => 0.16,
  comparisonOf: () => null,
};
const rows = pointRows(input);

describe('the table of all points', () => {
  it('keeps a point that no figure is known of, and stands by name', () => {
    expect(rows.map(({ point: { name } }) => name)).toEqual(['Ba Đình', 'Đống Đa', 'Yên Sở']);
    expect(rows.map((row) => row.cells.get('long_wait_rate')?.verdict)).toEqual(['within', 'unknown', 'beyond']);
  });

  it('takes the verdict of a fair comparison where there is one', () => {
    const comparisonOf = () => ({ points: [compared({ point: 'b', verdict: 'worse', flag: 'look' })] });
    const verdicts = pointRows({ ...input, comparisonOf }).map((row) => row.cells.get('long_wait_rate')?.verdict);
    expect(verdicts).toEqual(['within', 'unknown', 'look']);
  });
});
