import { type Bar, type Evidence, gravest, judge, together } from './judge';

const EVERY: Bar = { kind: 'every_case' };
const AT_MOST: Bar = { kind: 'level', comparison: 'at_most', level: 0.05, minimumCases: 30 };
const AT_LEAST: Bar = { kind: 'level', comparison: 'at_least', level: 0.95, minimumCases: 30 };
const evidence = (n: number, breaches: number, coverage: number | null = 1): Evidence => ({
  n,
  breaches,
  value: null,
  interval: null,
  coverage,
  missing: null,
  isTold: true,
  asOf: '2026-10-31T10:00:00.000Z',
  from: 'raw',
});
const said = (facts: Evidence, bar: Bar): string => {
  const { state, reason } = judge(facts, bar);
  return reason === null ? state : `${state}: ${reason}`;
};

describe('a rule that every case must keep', () => {
  it.each([
    ['is kept when nobody broke it', evidence(1, 0), 'pass'],
    ['is broken by a single case of a thousand', evidence(1000, 1), 'fail'],
    ['is broken also where most days were silent', evidence(1000, 1, 0.2), 'fail'],
    ['may have been broken on silent days', evidence(1000, 0, 0.79), 'unknown: feed_silent'],
    ['bears a fifth of silent days', evidence(1000, 0, 0.8), 'pass'],
    ['says nothing without cases', evidence(0, 0), 'not_applicable: no_cases'],
    ['says nothing of silent days without cases', evidence(0, 0, 0), 'unknown: feed_silent'],
  ])('%s', (_, facts, verdict) => expect(said(facts, EVERY)).toBe(verdict));

  it('is unknown when its register was never told, whatever was counted', () =>
    expect(said({ ...evidence(5, 5), isTold: false }, EVERY)).toBe('unknown: feed_silent'));

  it('is shown as the share that kept it, without an interval', () =>
    expect(judge(evidence(4, 1), EVERY)).toMatchObject({ value: 0.75, interval: null }));
});

describe('a level', () => {
  // Wilson, 95 %: 1/100 is 0.2–5.4 %, 0/100 is 0–3.7 %, 12/100 is 7.0–19.8 %
  it.each([
    ['passes where the whole interval is on the right side', evidence(100, 0), AT_MOST, 'pass'],
    ['is too close where the interval holds it, though the value is better', evidence(100, 1), AT_MOST, 'too_close'],
    ['is too close where the interval holds it, though the value is worse', evidence(100, 8), AT_MOST, 'too_close'],
    ['fails where the whole interval is on the wrong side', evidence(100, 12), AT_MOST, 'fail'],
    ['passes as a floor', evidence(100, 0), AT_LEAST, 'pass'],
    ['fails as a floor', evidence(100, 12), AT_LEAST, 'fail'],
    ['needs enough cases', evidence(29, 29), AT_MOST, 'unknown: too_few_cases'],
    ['is unknown when too many days were silent', evidence(100, 0, 0.5), AT_MOST, 'unknown: feed_silent'],
    // 90 of 100 is 82.6–94.5 %; had nobody waited on the silent fifth of the days: 0.79 × 82.6 % = 65 %
    ['fails when even the silent days could not save it', evidence(100, 90, 0.79), AT_MOST, 'fail'],
    ['has nothing to say without cases', evidence(0, 0), AT_MOST, 'not_applicable: no_cases'],
    ['stays unknown where counts are suppressed', { ...evidence(0, 0), n: null, breaches: null }, AT_MOST, 'unknown: suppressed'],
  ])('%s', (_, facts, bar, verdict) => expect(said(facts, bar)).toBe(verdict));

  it('says what the value could be had the silent days told', () =>
    // 10 % on nine days of ten: 9 % if nobody waited on the tenth, 19 % if everybody did
    expect(judge(evidence(100, 10, 0.9), AT_MOST).bounds).toEqual({ low: expect.closeTo(0.09, 12), high: expect.closeTo(0.19, 12) }));

  it('takes the missing cases from the metric, where a silent day is a quiet one', () => {
    // 10 of 100; a silent tenth of the days would have told of 25 more: 10 of 125 to 35 of 125
    const facts = { ...evidence(100, 10, 0.9), missing: 25 };
    expect(judge(facts, AT_MOST).bounds).toEqual({ low: expect.closeTo(0.08, 12), high: expect.closeTo(0.28, 12) });
    // 90 of 100 is 82.6–94.5 %; with as many missing cases as told 41 % at least
    expect(said({ ...evidence(100, 90, 0.5), missing: 100 }, AT_MOST)).toBe('fail');
  });

  it('is held against the interval of a ratio, or the ratio itself', () => {
    const ratio: Evidence = { ...evidence(40, 0), breaches: null, value: 0.86 };
    expect(said(ratio, { ...AT_MOST, level: 0.85 })).toBe('fail');
    expect(said({ ...ratio, interval: { low: 0.84, high: 0.88 } }, { ...AT_MOST, level: 0.85 })).toBe('too_close');
  });
});

describe('stretches of a period', () => {
  it('add up as counts', () => {
    expect(together([evidence(20, 1), evidence(30, 2)], 0.9)).toEqual(evidence(50, 3, 0.9));
    const missing = [5, 7].map((cases) => ({ ...evidence(20, 1), missing: cases }));
    expect(together(missing, 0.9).missing).toBe(12);
    expect(together([...missing, evidence(20, 1)], 0.9).missing).toBeNull();
  });

  it('held against different bars end with the gravest', () => {
    const [fail, pass, nothing] = [judge(evidence(1, 1), EVERY), judge(evidence(1, 0), EVERY), judge(evidence(0, 0), EVERY)];
    expect(gravest([pass, fail]).state).toBe('fail');
    expect(gravest([nothing, pass]).state).toBe('pass');
    expect(gravest([nothing])).toEqual({ state: 'not_applicable', reason: 'no_cases' });
  });
});
