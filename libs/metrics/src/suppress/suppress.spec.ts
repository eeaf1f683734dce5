import type { Answer, Dimension, Value } from '@evenhand/domain';
import fc from 'fast-check';
import { POLICIES } from './policy';
import { recoverable } from './recoverable';
import { type GroupsOf, type Judged, suppressed } from './suppress';

const value = (n: number, cases: number | null): Value => ({
  value: cases === null ? n : n === 0 ? null : cases / n,
  reason: n === 0 && cases !== null ? 'no_cases' : null,
  n,
  cases,
  interval: null,
  bounds: null,
  coverage: 1,
  asOf: '2026-10-31T09:00:00.000Z',
  version: 1,
  from: 'rollup',
  approximate: false,
});

const answerOf = (by: readonly Dimension[], rows: readonly (readonly [Answer['rows'][number]['key'], Value])[]): Answer => ({
  question: { metrics: ['m'], by, from: '2026-10-01', to: '2026-11-01', where: [], exact: false },
  rows: rows.map(([key, one]) => ({ key, values: { m: one } })),
});

const COUNT: Judged = { kind: 'count', isOpinion: false };
const RATE: Judged = { kind: 'rate', isOpinion: false };
const noGroups: GroupsOf = () => [];
const publicly = (answer: Answer, judged: Judged, groupsOf: GroupsOf = noGroups): Answer =>
  suppressed(answer, { policy: POLICIES.public, metrics: new Map([['m', judged]]), groupsOf });
const shown = ({ rows }: Answer): (number | null)[] => rows.map(({ values }) => values['m']?.n ?? null);

const points = (...counts: readonly number[]): Answer =>
  answerOf(
    ['point'],
    counts.map((n, index) => [{ point: `P${index}` }, value(n, null)]),
  );

describe('what the public is not shown', () => {
  it('is a count below five, and the next smallest beside it', () =>
    expect(shown(publicly(points(3, 40, 12, 90), COUNT))).toEqual([null, 40, null, 90]));

  it('says that it is suppressed, which is neither unknown nor zero, and not of how many cases', () => {
    const [small, , none] = publicly(points(3, 40, 0), COUNT).rows.map(({ values }) => values['m']);
    expect(small).toMatchObject({ value: null, reason: 'suppressed', n: null, cases: null, interval: null, bounds: null, coverage: 1 });
    expect(none).toMatchObject({ value: 0, reason: null, n: 0 });
  });

  it('is a share that tells of fewer than five, on either side', () => {
    const rates = answerOf(
      ['point'],
      [
        [{ point: 'P1' }, value(100, 2)],
        [{ point: 'P2' }, value(100, 97)],
        [{ point: 'P3' }, value(100, 50)],
        [{ point: 'P4' }, value(100, 0)],
      ],
    );
    expect(shown(publicly(rates, RATE))).toEqual([null, null, 100, 100]);
  });

  it('is what fewer than ten answered, while eight of other cases are shown', () => {
    const only = answerOf([], [[{}, value(8, null)]]);
    expect(shown(publicly(only, { kind: 'mean', isOpinion: true }))).toEqual([null]);
    expect(shown(publicly(only, { kind: 'mean', isOpinion: false }))).toEqual([8]);
  });

  it('is as much again where two small ones are few even together: 1 and 2 need a third', () =>
    expect(shown(publicly(points(1, 2, 50, 60), COUNT))).toEqual([null, null, null, 60]));

  it('is kept from the total of the ward as well as from that of the city', () => {
    const wards: GroupsOf = (dimension, code) => (dimension === 'point' ? [`ward ${code === 'P0' || code === 'P1' ? 'W1' : 'W2'}`] : []);
    // P2 would be cheaper, but the total of the first ward would give P0 away.
    expect(shown(publicly(points(3, 40, 12, 90), COUNT, wards))).toEqual([null, null, 12, 90]);
  });

  it('is nothing for those who work with the figures', () => {
    const setting = { policy: POLICIES.staff, metrics: new Map([['m', COUNT]]), groupsOf: noGroups };
    expect(shown(suppressed(points(1, 2, 50), setting))).toEqual([1, 2, 50]);
  });
});

/** Whether a row is a sum of multiples of the others, worked out with fractions of the ordinary kind. */
function isImplied(rows: readonly (readonly number[])[], target: readonly number[]): boolean {
  const rank = (matrix: number[][]): number => {
    let found = 0;
    for (let column = 0; column < target.length; column++) {
      const pivot = matrix.findIndex((row, index) => index >= found && Math.abs(row[column] ?? 0) > 1e-9);
      if (pivot < 0) continue;
      [matrix[found], matrix[pivot]] = [matrix[pivot] ?? [], matrix[found] ?? []];
      const lead = matrix[found] ?? [];
      matrix.forEach((row, index) => {
        if (index === found) return;
        const factor = (row[column] ?? 0) / (lead[column] ?? 1);
        row.forEach((cell, at) => (row[at] = cell - factor * (lead[at] ?? 0)));
      });
      found++;
    }
    return found;
  };
  return rank(rows.map((row) => [...row])) === rank([...rows, target].map((row) => [...row]));
}

const FIELDS = ['land', 'civil', 'tax'];
const POINTS = ['A1', 'A2', 'B1', 'B2', 'B3'];
const wardOf: GroupsOf = (dimension, code) => (dimension === 'point' ? [`ward ${code.charAt(0)}`] : []);
const table = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
  minLength: POINTS.length * FIELDS.length,
  maxLength: POINTS.length * FIELDS.length,
});

describe('from a table and all its totals', () => {
  it('nothing below the threshold can be worked out by adding and subtracting', () =>
    fc.assert(
      fc.property(table, (counts) => {
        const keys = POINTS.flatMap((point) => FIELDS.map((field) => ({ point, field })));
        const answer = answerOf(
          ['point', 'field'],
          keys.map((key, index) => [key, value(counts[index] ?? 0, null)]),
        );
        const cells = shown(publicly(answer, COUNT, wardOf));
        const unknown = cells.flatMap((cell, index) => (cell === null ? [index] : []));
        const isOf = (key: (typeof keys)[number] | undefined, ward: string, field: string): boolean =>
          (ward === '' || key?.point.startsWith(ward) === true) && (field === '' || key?.field === field);
        // Every total of a point, a ward or the city, of a field or all of them, that is not small itself.
        const totals = ['', 'A', 'B', ...POINTS].flatMap((ward) =>
          ['', ...FIELDS].map((field) => keys.flatMap((key, index) => (isOf(key, ward, field) ? [index] : []))),
        );
        const sumOf = (of: readonly number[]): number => of.reduce((sum, index) => sum + (counts[index] ?? 0), 0);
        const known = totals.filter((of) => of.length > 1 && (sumOf(of) === 0 || sumOf(of) >= 5));
        const rows = known.map((of) => unknown.map((index) => (of.includes(index) ? 1 : 0)));
        for (const [at, index] of unknown.entries()) {
          const count = counts[index] ?? 0;
          if (count === 0 || count >= 5) continue;
          expect(
            isImplied(
              rows,
              unknown.map((_, column) => (column === at ? 1 : 0)),
            ),
          ).toBe(false);
        }
        expect(cells.filter((cell) => cell !== null && cell > 0 && cell < 5)).toEqual([]);
      }),
      { numRuns: 200, seed: 766 },
    ));

  it('a single unknown in a total is worked out, two are not, and three totals tell three apart', () => {
    expect([...recoverable([[0]])]).toEqual([0]);
    expect([...recoverable([[0, 1]])]).toEqual([]);
    expect(
      [
        ...recoverable([
          [0, 1],
          [1, 2],
          [0, 1, 2],
        ]),
      ].toSorted(),
    ).toEqual([0, 1, 2]);
  });
});
