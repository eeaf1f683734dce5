import { type Answer, type AnswerRow, type Filter, type Question, startOfMonth, type Value } from '@evenhand/domain';
import fc from 'fast-check';
import { POLICIES } from './policy';
import { solved } from './recoverable';
import { type Judged, publicTable, suppressed } from './suppress';

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

type Key = AnswerRow['key'];
type Piece = readonly [Key, Value];

const COUNT: Judged = { kind: 'count', isOpinion: false, isStock: false };
const RATE: Judged = { kind: 'rate', isOpinion: false, isStock: false };
const OCTOBER = { from: '2026-10-01', to: '2026-11-01' };

const rowsOf = (pieces: readonly Piece[]): AnswerRow[] => pieces.map(([key, one]) => ({ key, values: { m: one } }));
const tableOf = (pieces: readonly Piece[], judged: Judged) =>
  publicTable({ metric: 'm', rows: rowsOf(pieces) }, { policy: POLICIES.public, judged });
const question = (rest: Partial<Question>): Question => ({ metrics: ['m'], by: [], ...OCTOBER, where: [], exact: false, ...rest });

/** The points of October as they are, and as the public sees them. */
const october = (...counts: readonly Value[]): readonly Piece[] =>
  counts.map((one, index) => [{ point: `P${index}`, month: OCTOBER.from }, one]);
const publicly = (pieces: readonly Piece[], judged: Judged): readonly (Value | undefined)[] => {
  const rows = rowsOf(pieces.map(([{ point }, one]): Piece => [{ point: point ?? null }, one]));
  return suppressed({ question: question({ by: ['point'] }), rows }, tableOf(pieces, judged)).rows.map(({ values }) => values['m']);
};
const counted = (...counts: readonly number[]): readonly (number | null | undefined)[] =>
  publicly(october(...counts.map((n) => value(n, null))), COUNT).map((one) => one?.n);

describe('what the public is not shown', () => {
  it('[P2] is a count below five, and the next smallest beside it', () => expect(counted(3, 40, 12, 90)).toEqual([null, 40, null, 90]));

  it('says that it is suppressed, which is neither unknown nor zero, and not of how many cases', () => {
    const [small, , none] = publicly(october(value(3, null), value(40, null), value(0, null), value(50, null)), COUNT);
    expect(small).toMatchObject({ value: null, reason: 'suppressed', n: null, cases: null, interval: null, bounds: null, coverage: 1 });
    expect(none).toMatchObject({ value: 0, reason: null, n: 0 });
  });

  it('is a share that tells of fewer than five, on either side', () =>
    expect(publicly(october(value(100, 2), value(100, 97), value(100, 50), value(100, 0)), RATE).map((one) => one?.n)).toEqual([
      ...[null, null, 100, 100],
    ]));

  it('is what fewer than ten answered, while eight of other cases are shown', () => {
    const eight = october(value(8, null));
    expect(publicly(eight, { kind: 'mean', isOpinion: true, isStock: false })[0]?.n).toBeNull();
    expect(publicly(eight, { kind: 'mean', isOpinion: false, isStock: false })[0]?.n).toBe(8);
  });

  it('is as much again where two small ones are few even together: 1 and 2 need a third', () =>
    expect(counted(1, 2, 50, 60)).toEqual([null, null, null, 60]));

  it('is a month that the quarter less the other months would tell', () => {
    const pieces = [3, 40, 50].map((n, index): Piece => [{ point: 'P1', month: startOfMonth(OCTOBER.from, index) }, value(n, null)]);
    const table = tableOf(pieces, COUNT);
    const of = (from: string, to: string, n: number) =>
      suppressed({ question: question({ from, to }), rows: rowsOf([[{}, value(n, null)]]) }, table).rows[0]?.values['m']?.n;
    // October has 3: hidden, and November beside it; the quarter of 93 is shown, December and nothing that reaches into the two is.
    expect([of('2026-10-01', '2026-11-01', 3), of('2026-11-01', '2026-12-01', 40), of('2026-12-01', '2027-01-01', 50)]).toEqual([
      ...[null, null, 50],
    ]);
    expect([of('2026-10-01', '2027-01-01', 93), of('2026-11-01', '2027-01-01', 90), of('2026-10-01', '2026-12-01', 43)]).toEqual([
      ...[93, null, null],
    ]);
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

interface City {
  readonly pieces: readonly Piece[];
  readonly judged: Judged;
}
const PLACES = [
  ['A1', 'A', 'north'],
  ['A2', 'A', 'north'],
  ['B1', 'B', 'north'],
  ['C1', 'C', 'south'],
  ['C2', 'C', 'south'],
] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => startOfMonth('2026-01-01', index));

const someCases = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }));
const somePiece = fc.tuple(someCases, fc.float({ min: 0, max: 1, noNaN: true }));
const someCity = fc
  .tuple(fc.array(somePiece, { minLength: PLACES.length * MONTHS.length, maxLength: PLACES.length * MONTHS.length }), fc.boolean())
  .map(([numbers, isShare]): City => {
    const keys = PLACES.flatMap(([point, ward, branch]) => MONTHS.map((month) => ({ point, ward, branch, month })));
    return {
      judged: isShare ? RATE : COUNT,
      pieces: keys.map((key, index) => {
        const [n = 0, share = 0] = numbers[index] ?? [];
        return [key, value(n, isShare ? Math.round(n * share) : null)];
      }),
    };
  });

const codes = fc.constantFrom<readonly Filter[]>(
  [],
  [],
  ...PLACES.map(([point]) => [{ dimension: 'point' as const, values: [point] }]),
  [{ dimension: 'point', values: ['A1', 'C1'] }],
  [{ dimension: 'ward', values: ['A'] }],
  [{ dimension: 'branch', values: ['north'] }],
  [{ dimension: 'ward', values: ['A', 'B'] }],
);
const someQuestion = fc
  .record({
    first: fc.integer({ min: 0, max: 11 }),
    length: fc.integer({ min: 1, max: 12 }),
    by: fc.subarray(['ward', 'branch', 'point', 'month'] as const, { maxLength: 2 }),
    where: codes,
  })
  .map(({ first, length, by, where }) =>
    question({ from: MONTHS[first] ?? '', to: startOfMonth(MONTHS[first] ?? '', Math.min(length, 12 - first)), by, where }),
  );

const isAsked = ({ from, to, where }: Question, key: Key): boolean =>
  (key.month ?? '') >= from && (key.month ?? '') < to && where.every(({ dimension, values }) => values.includes(key[dimension] ?? ''));

/** The answer with everything in it, added up from the pieces, and which pieces each row holds. */
function answered({ pieces }: City, asked: Question): { readonly answer: Answer; readonly behind: readonly (readonly number[])[] } {
  const groups = new Map<string, { readonly key: Key; readonly of: number[] }>();
  pieces.forEach(([key], index) => {
    if (!isAsked(asked, key)) return;
    const own = Object.fromEntries(asked.by.map((dimension) => [dimension, key[dimension]]));
    const group: { readonly key: Key; readonly of: number[] } = groups.get(JSON.stringify(own)) ?? { key: own, of: [] };
    group.of.push(index);
    groups.set(JSON.stringify(own), group);
  });
  const sum = (of: readonly number[], what: 'n' | 'cases'): number => of.reduce((all, index) => all + (pieces[index]?.[1][what] ?? 0), 0);
  const isShare = pieces[0]?.[1].cases !== null;
  const rows = [...groups.values()].map(({ key, of }): Piece => [key, value(sum(of, 'n'), isShare ? sum(of, 'cases') : null)]);
  return { answer: { question: asked, rows: rowsOf(rows) }, behind: [...groups.values()].map(({ of }) => of) };
}

const isSmall = ({ n, cases }: Value): boolean =>
  [n, ...(cases === null ? [] : [cases, (n ?? 0) - cases])].some((count) => count !== null && count > 0 && count < 5);

/** Whatever the public sees of some questions, as sums of pieces. */
const learned = (city: City, questions: readonly Question[]): readonly (readonly number[])[] => {
  const table = tableOf(city.pieces, city.judged);
  return questions.flatMap((asked) => {
    const { answer, behind } = answered(city, asked);
    const { rows } = suppressed(answer, table);
    return behind.filter((_, index) => rows[index]?.values['m']?.n !== null);
  });
};

const isTold = (sums: readonly (readonly number[])[], target: readonly number[], size: number): boolean => {
  const asRow = (of: readonly number[]): number[] => Array.from({ length: size }, (_, index) => (of.includes(index) ? 1 : 0));
  return isImplied(sums.map(asRow), asRow(target));
};

describe('from answers that overlap', () => {
  it('[P2] no two of them, added or subtracted, tell a figure of few cases', () =>
    fc.assert(
      fc.property(someCity, fc.array(fc.tuple(someQuestion, someQuestion), { minLength: 20, maxLength: 20 }), (city, pairs) => {
        const small = city.pieces.flatMap(([, one], index) => (isSmall(one) ? [index] : []));
        for (const pair of pairs) {
          const sums = learned(city, pair);
          const known = new Set(solved(sums).singles());
          expect(small.filter((index) => known.has(index))).toEqual([]);
        }
      }),
      { numRuns: 25, seed: 766 },
    ));

  it('all of them together tell none, nor a total of few', () =>
    fc.assert(
      fc.property(someCity, fc.array(someQuestion, { minLength: 40, maxLength: 40 }), (city, questions) => {
        const sums = learned(city, questions);
        const hidden = questions.flatMap((asked) => {
          const { answer, behind } = answered(city, asked);
          return behind.filter((of, index) => {
            const one = answer.rows[index]?.values['m'];
            return of.length > 0 && one !== undefined && isSmall(one) && isTotal(asked);
          });
        });
        const small = city.pieces.flatMap(([, one], index) => (isSmall(one) ? [[index]] : []));
        const seen = [...new Map([...small, ...hidden].map((of) => [of.join(), of])).values()].slice(0, 12);
        expect(seen.filter((of) => isTold(sums, of, city.pieces.length))).toEqual([]);
      }),
      { numRuns: 20, seed: 2026 },
    ));

  it('a single unknown in a total is worked out, two are not, and three totals tell three apart', () => {
    expect(solved([[0]]).singles()).toEqual([0]);
    expect(solved([[0, 1]]).singles()).toEqual([]);
    const three = solved([
      [0, 1],
      [1, 2],
      [0, 1, 2],
    ]);
    expect(three.singles().toSorted()).toEqual([0, 1, 2]);
  });

  it('a sum follows from sums even where none of its parts does, and one knows from which: both less the one beside them', () => {
    const sums = solved([
      [0, 1, 2, 3],
      [2, 3],
      [4, 5],
    ]);
    expect(sums.derivation([0, 1])?.toSorted()).toEqual([0, 1]);
    expect([sums.derivation([0]), sums.derivation([0, 2])]).toEqual([null, null]);
  });
});

/** Months, quarters and years of single places are what is judged; other stretches are sums of these. */
function isTotal({ from, to, where, by }: Question): boolean {
  const months = MONTHS.filter((month) => month >= from && month < to).length;
  const isPeriod = months === 1 || (months === 3 && Number(from.slice(5, 7)) % 3 === 1) || months === 12;
  return isPeriod && where.every(({ values }) => values.length === 1) && where.length + by.filter((one) => one !== 'month').length <= 1;
}
