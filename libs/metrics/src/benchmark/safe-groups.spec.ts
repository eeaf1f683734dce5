import * as fc from 'fast-check';
import { type Contribution, LEAST_OTHERS, LEAST_TOGETHER, safeGroups } from './safe-groups';

const GROUPS = ['A', 'B', 'C'];
const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10'];
const work = (point: string, over: Partial<Contribution> = {}): Contribution => ({
  group: 'A',
  month: '2026-10',
  point,
  n: 10,
  amount: 2,
  ...over,
});
const six = ['1', '2', '3', '4', '5', '6'].map((point) => work(point));
const nobody: ReadonlySet<string> = new Set();

/** Some points of each group, each with its work of each month. */
const city = fc
  .array(
    fc.record({
      group: fc.constantFrom(...GROUPS),
      work: fc.array(fc.record({ n: fc.nat(200), share: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: 4, maxLength: 4 }),
    }),
    { minLength: 8, maxLength: 30 },
  )
  .map((points) =>
    points.flatMap(({ group, work }, at) =>
      MONTHS.map((month, index) => {
        const { n = 0, share = 0 } = work[index] ?? {};
        return { group, month, point: `${group}${at}`, n, amount: Math.round(n * share) };
      }),
    ),
  );
const asked = fc.subarray(MONTHS, { minLength: 1 });
const answer = (all: readonly Contribution[], months: readonly string[], own: ReadonlySet<string>) =>
  safeGroups(
    all.filter(({ month }) => months.includes(month)),
    own,
  );

describe('the others taken together', () => {
  it('are told when five of them have thirty cases and none has more than half: 60 of 6 points', () =>
    expect(safeGroups(six, nobody)).toEqual([{ group: 'A', points: 6, n: 60, amount: 12 }]));

  it('are without the points of the asker: 50 of 5 points', () =>
    expect(safeGroups(six, new Set(['3']))).toEqual([{ group: 'A', points: 5, n: 50, amount: 10 }]));

  it.each([
    ['four of them', six.slice(0, 4)],
    ['five of whom one has no work', [...six.slice(0, 4), work('5', { n: 0, amount: 0 })]],
    ['fewer than thirty cases', six.map((point) => ({ ...point, n: 4, amount: 1 }))],
    ['one with more than half of the cases', [...six, work('7', { n: 61, amount: 2 })]],
    ['one with more than half of what is counted', [...six, work('7', { n: 20, amount: 13 })]],
  ])('are not told when they are %s', (_, all) => expect(safeGroups(all, nobody)).toEqual([]));

  it('leave out a month that is not safe, however many safe months stand beside it', () => {
    const thin = ['1', '2'].map((point) => work(point, { month: '2026-09' }));
    expect(safeGroups([...six, ...thin], nobody)).toEqual(safeGroups(six, nobody));
  });

  it('[B8] keep every rule in 10,000 random questions', () => {
    fc.assert(
      fc.property(city, asked, fc.nat(29), (all, months, at) => {
        const own = new Set([all[at * 4]?.point ?? 'none']);
        for (const { group, points, n, amount } of answer(all, months, own)) {
          const others = all.filter((one) => one.group === group && months.includes(one.month) && !own.has(one.point));
          const of = (point: string): number => others.reduce((sum, one) => sum + (one.point === point ? one.n : 0), 0);
          const most = Math.max(...others.map((one) => of(one.point)));
          if (points < LEAST_OTHERS || n < LEAST_TOGETHER || amount < 0) return false;
          if (months.length === 1 && most > n / 2) return false;
        }
        return true;
      }),
      { numRuns: 10_000, seed: 9 },
    );
  });

  it('[B8] tell no point from another: two others exchanged in a month change no answer, so no difference of answers can', () => {
    fc.assert(
      fc.property(city, asked, asked, fc.constantFrom(...MONTHS), fc.nat(1_000), fc.nat(1_000), (all, first, second, month, a, b) => {
        const own = new Set([all[0]?.point ?? '']);
        const others = all.filter((other) => other.month === month && !own.has(other.point));
        const left = others[a % others.length];
        const near = others.filter(({ group }) => group === left?.group);
        const right = near[b % near.length];
        if (!left || !right) return true;
        const exchanged = all.map((other) =>
          other === left
            ? { ...left, n: right.n, amount: right.amount }
            : other === right
              ? { ...right, n: left.n, amount: left.amount }
              : other,
        );
        // How many points have work in a range is the one thing that an exchange may move, and it is of no point either.
        const told = (of: readonly Contribution[], months: readonly string[]) =>
          answer(of, months, own).map(({ group, n, amount }) => [group, n, amount]);
        const same = (months: readonly string[]) => JSON.stringify(told(all, months)) === JSON.stringify(told(exchanged, months));
        return same(first) && same(second);
      }),
      { numRuns: 2_000, seed: 9 },
    );
  });

  it('[B8] give a differencing attack whole months of whole groups, never less', () => {
    fc.assert(
      fc.property(city, asked, asked, (all, first, second) => {
        const own = new Set([all[0]?.point ?? '']);
        const [wide, narrow] = [[...new Set([...first, ...second])], second];
        const narrower = new Map(answer(all, narrow, own).map((total) => [total.group, total.n]));
        return answer(all, wide, own).every(({ group, n }) => {
          const rest = n - (narrower.get(group) ?? 0);
          return rest === 0 || rest >= LEAST_TOGETHER;
        });
      }),
      { numRuns: 2_000, seed: 9 },
    );
  });
});
