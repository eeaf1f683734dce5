import { delayOf, shareWaitingLonger } from './delay';
import { changedDay } from './moved-officer';
import { type Stretch, throughTheDay } from './through-the-day';

const stretch = (part: Partial<Stretch> = {}): Stretch => ({ minutes: 30, people: 9, serviceMinutes: 6, counters: 3, ...part });
const LIMIT = 20;

describe('people through the day', () => {
  it('meet what the long run promises after hours of the same: Erlang C', () => {
    const queue = { perMinute: 0.4, serviceMinutes: 6, counters: 3 };
    const day = Array.from({ length: 24 }, () => stretch({ people: 12 }));
    const last = throughTheDay(day, LIMIT).at(-1);
    expect((last?.waitedMinutes ?? 0) / 12).toBeCloseTo(delayOf(queue)?.meanMinutes ?? NaN, 1);
    expect((last?.over ?? 0) / 12).toBeCloseTo(shareWaitingLonger(queue, LIMIT), 2);
  });

  it('wait little in the first half-hour and long in the third where more come than can be served', () => {
    // 20 people in 30 minutes, 3 counters serve 15: every half-hour leaves about five more in line.
    const waits = throughTheDay(
      [20, 20, 20].map((people) => stretch({ people })),
      LIMIT,
    ).map(({ waitedMinutes }) => waitedMinutes / 20);
    // After an hour about ten stand in line, each five to a place of three counters: 10 × 6 / 3 = 20 minutes, and more to come.
    expect(waits[0]).toBeLessThan(8);
    expect(waits[2]).toBeGreaterThan(20);
    expect(waits[2]).toBeLessThan(30);
  });

  it('do not wait where nobody else comes', () => {
    expect(throughTheDay([stretch({ people: 0 })], LIMIT)).toEqual([{ people: 0, waitedMinutes: 0, over: 0 }]);
    expect(throughTheDay([stretch({ people: 1, counters: 50 })], LIMIT)[0]?.waitedMinutes).toBeCloseTo(0, 9);
  });

  it('cannot be told without a counter', () =>
    expect(() => throughTheDay([stretch({ counters: 0 })], LIMIT)).toThrow('at least one counter'));
});

describe('an officer more in one half-hour', () => {
  const day = [stretch({ people: 12 }), stretch({ people: 21 }), stretch({ people: 12 })];

  it('spares waits in it and after it, for the line is shorter when it ends', () => {
    const { waitedMinutes, over, before, after, people } = changedDay(day, { at: 1, officers: 1, limit: LIMIT });
    expect(people).toBe(21);
    expect(after).toBeLessThan(before);
    // More is spared in the day than in the half-hour alone.
    expect(-waitedMinutes).toBeGreaterThan((before - after) * people);
    expect(over).toBeLessThan(0);
  });

  it('costs as much where it is missing as it had spared', () => {
    const richer = day.map((one, index) => (index === 1 ? { ...one, counters: 4 } : one));
    const [more, fewer] = [
      changedDay(day, { at: 1, officers: 1, limit: LIMIT }),
      changedDay(richer, { at: 1, officers: -1, limit: LIMIT }),
    ];
    expect(fewer.waitedMinutes).toBeCloseTo(-more.waitedMinutes, 9);
  });

  it('never leaves a point without anybody', () =>
    expect(changedDay([stretch({ counters: 1 })], { at: 0, officers: -1, limit: LIMIT }).waitedMinutes).toBe(0));
});
