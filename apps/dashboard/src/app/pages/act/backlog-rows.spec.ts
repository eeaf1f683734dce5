import type { Answer } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { backlogRows, BANDS, countWith, totalOf } from './backlog-rows';

type Counts = Readonly<Record<string, number | null>>;

const answer = (points: Readonly<Record<string, Counts>>): Answer => ({
  question: { metrics: [], by: ['point'], from: '2026-10-01', to: '2026-11-01', where: [], exact: false },
  rows: Object.entries(points).map(([point, counts]) => ({
    key: { point },
    values: Object.fromEntries(
      Object.entries(counts).map(([metric, value]) => [metric, figure({ value, reason: value === null ? 'unknown' : null })]),
    ),
  })),
});
const bands = (...counts: readonly number[]): Counts => Object.fromEntries(BANDS.map((band, index) => [band, counts[index] ?? 0]));

const backlog = answer({
  A: { dossiers_overdue: 3, dossiers_at_risk: 1, ...bands(1, 2) },
  B: { dossiers_overdue: null, dossiers_at_risk: null, dossiers_overdue_to_2: null },
  C: { dossiers_overdue: 0, dossiers_at_risk: 0, ...bands() },
  D: { dossiers_overdue: 3, dossiers_at_risk: 9, ...bands(0, 0, 0, 0, 3) },
});

describe('what lies undone', () => {
  it('is ordered by dossiers overdue, then due soon; what is unknown is not put behind what is done', () => {
    expect(backlogRows(backlog, null).map(({ point }) => point)).toEqual(['D', 'A', 'B', 'C']);
  });

  it('is drawn by band where all bands are known', () => {
    const rows = backlogRows(backlog, null);
    expect(rows.map((row) => row.bands)).toEqual([[0, 0, 0, 0, 3], [1, 2, 0, 0, 0], [], [0, 0, 0, 0, 0]]);
  });

  it('is joined with what is expected to be late, where that was answered', () => {
    const [first] = backlogRows(backlog, answer({ D: { dossiers_expected_late: 7.5 } }));
    expect(first?.figures['dossiers_expected_late']?.value).toBe(7.5);
    expect(backlogRows(backlog, null)[0]?.figures['dossiers_expected_late']).toBeUndefined();
  });

  it('is added up over the points of which it is known', () => {
    const rows = backlogRows(backlog, null);
    expect([totalOf(rows, 'dossiers_overdue'), countWith(rows, 'dossiers_overdue')]).toEqual([6, 2]);
  });
});
