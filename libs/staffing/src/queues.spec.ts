import fc from 'fast-check';
import { countersFor, delayOf, lossShare, offeredWork, type Queue, shareWaitingLonger } from './delay';
import { impatientDelayOf } from './impatience';
import { chanceOfWaiting, expectedWait } from './in-line';
import { workInProgress } from './swinging-demand';

const queue = (perHour: number, serviceMinutes: number, counters: number): Queue => ({ perMinute: perHour / 60, serviceMinutes, counters });

describe('Erlang B', () => {
  // pyworkforce, its tests
  it('is ½ and ⅕ for one unit of work, and takes 17 servers for 2 % of ten', () => {
    expect(lossShare(1, 1)).toBe(0.5);
    expect(lossShare(1, 2)).toBeCloseTo(0.2, 12);
    expect(lossShare(10, 16)).toBeCloseTo(0.022302, 6);
    expect(lossShare(10, 17)).toBeCloseTo(0.012949, 6);
  });

  it('does not overflow: 1,000 servers for 1,000 units', () => expect(lossShare(1000, 1000)).toBeCloseTo(0.0248119, 7));
});

describe('Erlang C', () => {
  // pyworkforce, tests/test_erlang.py: 100 per 30 minutes, 3 minutes each, within 20 seconds
  it.each([
    [14, 0.174, 0.888],
    [15, 0.102, 0.941],
  ])('with %d servers is that of pyworkforce', (counters, waits, within) => {
    const calls = { perMinute: 100 / 30, serviceMinutes: 3, counters };
    expect(delayOf(calls)?.waits).toBeCloseTo(waits, 3);
    expect(1 - shareWaitingLonger(calls, 0.33)).toBeCloseTo(within, 3);
  });

  // Mandelbaum and Zeltyn: 48 per minute, 1 minute each, 50 agents
  it('of Mandelbaum and Zeltyn: 20.8 s, 17 in queue, 96 % busy, a tenth waits beyond 58.1 s', () => {
    const calls = { perMinute: 48, serviceMinutes: 1, counters: 50 };
    const delay = delayOf(calls);
    expect(60 * (delay?.meanMinutes ?? NaN)).toBeCloseTo(20.83, 2);
    expect(delay?.meanQueue).toBeCloseTo(16.67, 2);
    expect(delay?.occupancy).toBe(0.96);
    expect(shareWaitingLonger(calls, 58.1 / 60)).toBeCloseTo(0.1, 3);
  });

  // 12 minutes per person; per hour and counters: share that waits, mean wait, share beyond 20 minutes
  it.each([
    [6, 2, 0.45, 6.75, 0.118619],
    [10, 3, 0.444444, 5.3333, 0.083945],
    [20, 5, 0.554113, 6.6494, 0.104658],
    [60, 14, 0.481705, 2.8902, 0.017184],
  ])('of %d people an hour at %d counters', (perHour, counters, waits, minutes, beyond) => {
    const delay = delayOf(queue(perHour, 12, counters));
    expect(delay?.waits).toBeCloseTo(waits, 6);
    expect(delay?.meanMinutes).toBeCloseTo(minutes, 4);
    expect(shareWaitingLonger(queue(perHour, 12, counters), 20)).toBeCloseTo(beyond, 6);
  });

  it('has no long run where more work arrives than can be done', () => {
    expect(delayOf(queue(10, 12, 2))).toBeNull();
    expect(shareWaitingLonger(queue(10, 12, 2), 20)).toBe(1);
  });

  it.each([
    [3, 8, 2],
    [6, 12, 3],
    [15, 15, 6],
    [30, 20, 13],
    [60, 12, 14],
  ])('of %d an hour, %d minutes each, keeps 95 %% within 20 minutes with %d counters', (perHour, serviceMinutes, counters) =>
    expect(countersFor({ perMinute: perHour / 60, serviceMinutes }, { minutes: 20, share: 0.05 })).toBe(counters),
  );

  // S. Halfin, W. Whitt, Operations Research 29 (1981) 567–588: the limit at counters = a + β√a
  it.each([
    [0.5, 0.5045],
    [1, 0.2234],
    [1.5, 0.0847],
    [2, 0.0269],
  ])('nears the limit of Halfin and Whitt at β = %d: %d', (beta, limit) => {
    const work = 4_000_000;
    const counters = Math.round(work + beta * Math.sqrt(work));
    expect(delayOf({ perMinute: work, serviceMinutes: 1, counters })?.waits).toBeCloseTo(limit, 3);
  });

  it('refuses a queue without a counter', () => expect(() => delayOf(queue(1, 1, 0))).toThrow('at least one counter'));
});

describe('Erlang A', () => {
  // pyworkforce, tests/test_abandonment.py
  it('of 100 per 30 minutes, patience 5, 14 servers is that of pyworkforce', () => {
    const delay = impatientDelayOf({ perMinute: 100 / 30, serviceMinutes: 3, counters: 14, patienceMinutes: 5 });
    expect(delay.waits).toBeCloseTo(0.14526, 5);
    expect(delay.leaves).toBeCloseTo(0.013984, 6);
    expect(delay.occupancy).toBeCloseTo(0.704297, 6);
    expect(delay.meanMinutes).toBeCloseTo(0.069919, 6);
  });

  // Mandelbaum and Zeltyn, patience 2 minutes
  it('of Mandelbaum and Zeltyn: 3.1 % leave, 3.7 s, 3 in queue, 93 % busy', () => {
    const delay = impatientDelayOf({ perMinute: 48, serviceMinutes: 1, counters: 50, patienceMinutes: 2 });
    expect(delay.leaves).toBeCloseTo(0.03091, 5);
    expect(60 * delay.meanMinutes).toBeCloseTo(3.709, 3);
    expect(delay.meanQueue).toBeCloseTo(2.968, 3);
    expect(delay.occupancy).toBeCloseTo(0.9303, 4);
    expect(delay.waits).toBeCloseTo(0.467774, 6);
  });

  it('of patient people nears Erlang C', () => {
    const busy = queue(20, 12, 5);
    const patient = impatientDelayOf({ ...busy, patienceMinutes: 1e9 });
    expect(patient.meanMinutes).toBeCloseTo(delayOf(busy)?.meanMinutes ?? NaN, 4);
  });

  it('stays finite far from balance: everybody served, or a fifth leaving', () => {
    expect(impatientDelayOf({ perMinute: 5, serviceMinutes: 1, counters: 400, patienceMinutes: 10 }).occupancy).toBeCloseTo(0.0125, 12);
    const full = impatientDelayOf({ perMinute: 500, serviceMinutes: 1, counters: 400, patienceMinutes: 10 });
    expect(full.leaves).toBeCloseTo(0.2, 4);
    expect(full.occupancy).toBeCloseTo(1, 4);
  });
});

describe('the wait of somebody in line', () => {
  it.each([
    [3, 12, 4, 0.44],
    [3, 12, 6, 0.762],
    [5, 12, 6, 0.274],
    [5, 12, 8, 0.546],
    [8, 12, 12, 0.427],
    [5, 15, 6, 0.5],
  ])('at %d counters, %d minutes each, behind %d people is beyond 20 minutes with %d', (counters, serviceMinutes, ahead, chance) =>
    expect(chanceOfWaiting({ counters, serviceMinutes, ahead }, 20)).toBeCloseTo(chance, 3),
  );

  it('is expected to be the people ahead and oneself, shared among the counters', () =>
    expect(expectedWait({ counters: 3, serviceMinutes: 12, ahead: 4 })).toBe(20));

  it('has no end while no counter works', () => {
    expect(chanceOfWaiting({ counters: 0, serviceMinutes: 12, ahead: 0 }, 20)).toBe(1);
    expect(expectedWait({ counters: 0, serviceMinutes: 12, ahead: 0 })).toBeNull();
  });

  it('over all lines of the long run is Erlang C: 0.0689057728 for 30 an hour, 15 minutes, 9 counters', () => {
    const busy = queue(30, 15, 9);
    const delay = delayOf(busy);
    const rho = offeredWork(busy) / busy.counters;
    // The chance of finding n people is that of finding all counters busy, times ρ for each one waiting.
    const found = (waiting: number): number => (delay?.waits ?? NaN) * (1 - rho) * rho ** waiting;
    const sum = Array.from({ length: 400 }, (_, waiting) => found(waiting) * chanceOfWaiting({ ...busy, ahead: waiting }, 20));
    expect(sum.reduce((total, share) => total + share, 0)).toBeCloseTo(0.0689057727867248, 10);
    expect(shareWaitingLonger(busy, 20)).toBeCloseTo(0.0689057727867248, 10);
    // People beyond 20 minutes wait on for 1 / (9/15 − 0.5) = 10 minutes on average.
    expect(shareWaitingLonger(busy, 20) * 10).toBeCloseTo(0.6890577278672482, 9);
  });

  it('shortens with every counter', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), (ahead, counters) => {
        const line = { ahead, counters, serviceMinutes: 12 };
        return chanceOfWaiting({ ...line, counters: counters + 1 }, 20) <= chanceOfWaiting(line, 20) + 1e-12;
      }),
    ));
});

describe('work that trails behind swinging arrivals', () => {
  it.each([
    [0, 90.284837],
    [2, 112.369729],
    [4, 109.715163],
    [6, 87.630271],
  ])('at %d hours is %d', (t, work) => expect(workInProgress({ mean: 100, swing: 0.2, speed: Math.PI / 4 }, t)).toBeCloseTo(work, 6));
});
