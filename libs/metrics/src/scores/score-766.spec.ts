import { GROUPS_766 } from '@evenhand/domain';
import fc from 'fast-check';
import { VERSIONS_766, type Version766, version766On } from './index-766';
import { bandOf, cheapestPoints, type Measured766, score766 } from './score-766';

const version: Version766 = version766On('2026-10-31');
const ids = version.indicators.map(({ id }) => id);
const all = (of: number, met: number): Measured766 => Object.fromEntries(ids.map((id) => [id, { met, of }]));
const rangeOf = (measured: Measured766, id: string) =>
  score766(version, measured, 'province').indicators.find(({ indicator }) => indicator.id === id)?.points;
const pointsOf = (measured: Measured766, id: string): number | undefined => rangeOf(measured, id)?.low;

describe('index 766', () => {
  it('has 100 points: 18, 20, 12, 10, 22 and 18', () => {
    const most = score766(version, all(10, 10), 'province');
    expect(GROUPS_766.map((group) => most.groups[group].high)).toEqual([18, 20, 12, 10, 22, 18]);
    expect(most.total).toEqual({ low: 100, high: 100 });
  });

  it('begins on 23 June 2022 and has one definition for every day from then on', () => {
    expect(version766On('2022-06-23')).toBe(VERSIONS_766[0]);
    expect(() => version766On('2022-06-22')).toThrow('Index 766 begins on 2022-06-23');
  });

  // The formulas that fit what the portal publishes: 20 · onTime/received
  it('gives 20 points times the share on time', () => expect(pointsOf({ '2.1': { met: 984, of: 1200 } }, '2.1')).toBeCloseTo(16.4, 12));

  // online = min(2, 2A/0.80) + 4B + min(6, 6C/0.50)
  it('adds online services as the portal does: A = 0.72, B = 0.5, C = 0.3 make 1.8 + 2 + 3.6', () => {
    const measured = { '3.1': { met: 72, of: 100 }, '3.2': { met: 1, of: 2 }, '3.3': { met: 30, of: 100 } };
    expect(score766(version, measured, 'province').groups.online_services.high).toBeCloseTo(7.4, 12);
  });

  // payment = 6A + min(2, 2.5B) + 2.5C, where the rule caps the last at 2 as well
  it('adds online payment as the portal does: A = 0.5, B = 0.9, C = 0.4 make 3 + 2 + 1', () => {
    const measured = { '3.6': { met: 5, of: 10 }, '3.5a': { met: 9, of: 10 }, '3.5b': { met: 4, of: 10 } };
    expect(score766(version, measured, 'province').groups.online_payment.high).toBeCloseTo(6, 12);
    expect(pointsOf({ '3.5b': { met: 10, of: 10 } }, '3.5b')).toBe(2);
  });

  it('gives 6 points where there was no petition, and none where there was no dossier', () => {
    const silent = { '5.2': { met: 0, of: 0 }, '5.3': { met: 0, of: 0 }, '5.4': { met: 0, of: 0 } };
    const score = score766(version, silent, 'province');
    expect(score.groups.satisfaction).toEqual({ low: 12, high: 12 });
    expect(score.given).toBe(12);
  });

  it('gives all 6 points for satisfaction from 90 % on', () => {
    expect(pointsOf({ '5.4': { met: 90, of: 100 } }, '5.4')).toBeCloseTo(6, 12);
    expect(pointsOf({ '5.4': { met: 45, of: 100 } }, '5.4')).toBeCloseTo(3, 12);
  });

  it('asks communes neither for the population database nor for procedures offered online, and says what was given', () => {
    const nothing = all(10, 0);
    expect(score766(version, nothing, 'commune').total.low).toBe(6);
    expect(score766(version, nothing, 'commune').given).toBe(6);
    expect(score766(version, nothing, 'province').total.low).toBe(0);
  });

  it('is a range while an indicator is unknown, and has no grade while the range crosses a bound', () => {
    const { total } = score766(version, { ...all(10, 10), '2.1': null }, 'province');
    expect(total).toEqual({ low: 80, high: 100 });
    expect(bandOf(total)).toBeNull();
    expect(bandOf({ low: 90, high: 100 })?.label.en).toBe('Excellent');
    expect(bandOf({ low: 80, high: 89.99 })?.label.en).toBe('Good');
  });

  it('names the next point that is cheapest: 1 of 10 payments before 41 of 1,000 overdue dossiers', () => {
    const score = score766(version, { '2.1': { met: 959, of: 1000 }, '3.6': { met: 9, of: 10 } }, 'commune');
    const [first, second] = cheapestPoints(score);
    expect(first).toMatchObject({ indicator: { id: '3.6' }, cases: 1 });
    expect(first?.perCase).toBeCloseTo(0.6, 12);
    expect(second).toMatchObject({ indicator: { id: '2.1' }, cases: 41 });
    expect(second?.lost).toBeCloseTo(0.82, 12);
    expect(second?.perCase).toBeCloseTo(0.02, 12);
  });

  it('counts cases only up to the ratio that brings all points: 20 of 100 online need 30 more', () =>
    expect(cheapestPoints(score766(version, { '3.3': { met: 20, of: 100 } }, 'province'))[0]?.cases).toBe(30));

  it('says what the next point takes, or the rest where less than a point is lost', () => {
    const score = score766(version, { '2.1': { met: 900, of: 1000 }, '3.6': { met: 9, of: 10 } }, 'commune');
    expect(cheapestPoints(score).map(({ indicator, next }) => [indicator.id, next.cases])).toEqual([
      ['3.6', 1],
      ['2.1', 50],
    ]);
    expect(cheapestPoints(score).map(({ next }) => next.points)).toEqual([expect.closeTo(0.6, 12), 1]);
  });

  it('is a range while cases are unknown: 60 of 100 on time and 10 that nobody knows make 12 to 14', () => {
    const range = rangeOf({ '2.1': { met: 60, of: 100, unsaid: 10 } }, '2.1');
    expect([range?.low, range?.high]).toEqual([expect.closeTo(12, 12), expect.closeTo(14, 12)]);
    // Sure to be lost are the points of the 30 that are late.
    expect(cheapestPoints(score766(version, { '2.1': { met: 60, of: 100, unsaid: 10 } }, 'province'))).toMatchObject([{ cases: 30 }]);
  });

  it('multiplies a ratio by what is known of its factor: 20 of 100 online, 50 to 100 % synchronised', () =>
    expect(rangeOf({ '3.3': { met: 20, of: 100, factor: { low: 0.5, high: 1 } } }, '3.3')).toEqual({
      low: expect.closeTo(1.2, 12),
      high: expect.closeTo(2.4, 12),
    }));

  it('says when figures were stated, not measured', () =>
    expect(score766(version, { '1.1': { met: 3, of: 4, isStated: true } }, 'province').indicators[0]).toMatchObject({
      ground: 'stated',
      points: { low: 4.5, high: 4.5 },
    }));

  it('says of each indicator in words what it counts, in both languages', () =>
    expect(version.indicators.filter(({ formula, label }) => formula.vi === label.vi || formula.en === label.en)).toEqual([]));

  it('watches without points how long settlement takes and what petitions are about', () =>
    expect(version.watched.map(({ id }) => id)).toEqual(['2.2', '5.1']));

  it('refuses more cases than there are', () =>
    expect(() => score766(version, { '2.1': { met: 3, of: 2 } }, 'province')).toThrow('3 of 2'));

  it('rises with every case and stays between 0 and 100', () =>
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.integer({ min: 1, max: 500 }), fc.nat(), (id, of, seed) => {
        const met = seed % of;
        const at = (count: number): number => score766(version, { ...all(7, 3), [id]: { met: count, of } }, 'province').total.low;
        return at(met) <= at(met + 1) && at(met) >= 0 && at(met + 1) <= 100;
      }),
    ));
});
