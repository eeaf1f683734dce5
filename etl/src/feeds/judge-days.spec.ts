import { addDays, type Day } from '@evenhand/domain';
import fc from 'fast-check';
import { type DayOfFeed, judgeDays, type JudgedDay, surprise } from './judge-days';

const MONDAY = '2026-01-05';
const RULES = { thinBelow: 0.75, anewFrom: undefined };
const NEVER_LOW = { thinBelow: 0, anewFrom: undefined };

/** Five open days a week from a Monday on, two closed ones between. */
const week = (counts: readonly number[], change: Partial<DayOfFeed> = {}): DayOfFeed[] => {
  const open = counts.map((arrived, index) => ({ day: addDays(MONDAY, Math.floor(index / 5) * 7 + (index % 5)), arrived, isOpen: true }));
  const closed = open
    .filter((_, index) => index % 5 === 4)
    .flatMap(({ day }) => [1, 2].map((days) => ({ day: addDays(day, days), arrived: 0, isOpen: false })));
  return [...open, ...closed]
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
    .map((day) => ({ ...day, isDue: true, isSourceLow: false, ...change }));
};

const openDays = (judged: readonly JudgedDay[]): JudgedDay[] => judged.filter(({ state }) => state !== 'not_expected');
const states = (counts: readonly number[]): string[] => openDays(judgeDays(week(counts), RULES)).map(({ state }) => state);
const steady = (weeks: number, count: number): number[] => Array.from({ length: weeks * 5 }, () => count);
const last = <Item>(items: readonly Item[], count: number): Item[] => items.slice(-count);

describe('a day of a feed', () => {
  it('is not expected where the point is closed, whatever arrived', () => {
    const [day] = judgeDays([{ day: MONDAY, arrived: 3, isOpen: false, isDue: true, isSourceLow: false }], RULES);
    expect(day).toEqual({ day: MONDAY, arrived: 3, expected: null, state: 'not_expected' });
  });

  it('is unknown yet while nobody could have told', () => {
    const days = [...week(steady(6, 100)), { day: '2026-02-16' as Day, arrived: 12, isOpen: true, isDue: false, isSourceLow: false }];
    expect(judgeDays(days, RULES).at(-1)).toEqual({ day: '2026-02-16', arrived: 12, expected: 100, state: 'unknown_yet' });
  });

  it('is held against the median of the last 8 complete days of its weekday', () => {
    // Mondays 10, 20 … 90: the last eight are 20 … 90, their median 55; other weekdays always 7.
    const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 5.5].flatMap((monday) => [monday * 10, 7, 7, 7, 7]);
    const judged = openDays(judgeDays(week(counts), NEVER_LOW));
    expect(judged[45]?.expected).toBe(55);
    expect(judged[46]?.expected).toBe(7);
  });

  it('expects nothing before four days are known, and the usual day of any weekday before four of one weekday are', () => {
    const judged = openDays(judgeDays(week([10, 20, 30, 40, 50, 60]), NEVER_LOW));
    expect(judged.map(({ expected }) => expected)).toEqual([null, null, null, null, 25, 30]);
  });

  it('is missing when nothing arrived where 100 are usual, and thin at 55 of 100, but not at 56', () => {
    expect(last(states([...steady(6, 100), 0]), 1)).toEqual(['missing']);
    // Chernoff: 100 − 55 + 55 ln 0.55 = 12.1; 100 − 56 + 56 ln 0.56 = 11.5
    expect([surprise(55, 100), surprise(56, 100)]).toEqual([expect.closeTo(12.12, 2), expect.closeTo(11.53, 2)]);
    expect(last(states([...steady(6, 100), 55]), 1)).toEqual(['thin']);
    expect(last(states([...steady(6, 100), 56]), 1)).toEqual(['complete']);
  });

  it('[E4] of a point that loses 30 % of 100 is found with the third such day, and the first two with it', () => {
    // One day: 30 + 70 ln 0.7 = 5.0 of the 12 it takes; three days: 15.1
    expect(last(states([...steady(6, 100), 70, 70]), 2)).toEqual(['complete', 'complete']);
    expect(last(states([...steady(6, 100), 70, 70, 70]), 3)).toEqual(['thin', 'thin', 'thin']);
  });

  it('without a visitor is no silence at a point with two visitors a day; a week of them is', () => {
    expect(last(states([...steady(8, 2), 0, 0, 0, 0, 0]), 5)).toEqual(Array(5).fill('complete'));
    expect(last(states([...steady(8, 2), 0, 0, 0, 0, 0, 0]), 6)).toEqual(Array(6).fill('missing'));
  });

  it('needs no proof of its own when the source as a whole sent too little', () => {
    const days = week([...steady(6, 10), 6]);
    const judge = (isSourceLow: boolean) =>
      judgeDays(
        days.map((day, index) => ({ ...day, isSourceLow: isSourceLow && index === days.length - 1 })),
        RULES,
      ).at(-1)?.state;
    expect([judge(false), judge(true)]).toEqual(['complete', 'thin']);
  });

  it('that is unknown teaches nothing: a feed that is dead for half a year is still missing', () => {
    const judged = openDays(judgeDays(week([...steady(6, 50), ...steady(26, 0)]), RULES));
    expect(new Set(last(judged, 130).map(({ state, expected }) => `${state} ${expected}`))).toEqual(new Set(['missing 50']));
  });

  it('of an unfamiliar kind is low only when nothing arrived: a Saturday worked for once brings fewer people', () => {
    const saturday = { day: '2026-02-14', isOpen: true, isDue: true, isSourceLow: false };
    const judge = (arrived: number) =>
      judgeDays([...week(steady(6, 100)).filter(({ day }) => day < '2026-02-14'), { ...saturday, arrived }], RULES).at(-1);
    expect(judge(30)).toMatchObject({ state: 'complete', expected: 100 });
    expect(judge(0)).toMatchObject({ state: 'missing', expected: 100 });
  });

  it('is held against what came since somebody declared that the usual count is another one', () => {
    const counts = [...steady(6, 100), ...steady(2, 40)];
    const judge = (anewFrom: Day | undefined) => openDays(judgeDays(week(counts), { ...RULES, anewFrom })).at(-1);
    expect(judge(undefined)).toMatchObject({ state: 'thin', expected: 100 });
    expect(judge(addDays(MONDAY, 42))).toMatchObject({ state: 'complete', expected: 40 });
  });
});

describe('judging', () => {
  const counts = fc.array(fc.nat(300), { maxLength: 120 });

  it('never calls a day unknown on which more arrived than the limit', () => {
    fc.assert(
      fc.property(counts, (list) =>
        openDays(judgeDays(week(list), RULES)).every(
          ({ state, arrived, expected }) => expected === null || arrived <= RULES.thinBelow * expected || state === 'complete',
        ),
      ),
    );
  });

  it('calls missing only days on which nothing arrived, and thin only others', () => {
    fc.assert(
      fc.property(counts, (list) =>
        openDays(judgeDays(week(list), RULES)).every(({ state, arrived }) =>
          state === 'missing' ? arrived === 0 : state !== 'thin' || arrived > 0,
        ),
      ),
    );
  });

  it('of a day depends on nothing that came before the days it learned from: more history changes no verdict', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(200), (weeks, arrived) => {
        const [short, long] = [12, 12 + weeks].map((length) => last(states([...steady(length, 150), arrived]), 1));
        expect(short).toEqual(long);
      }),
    );
  });
});
