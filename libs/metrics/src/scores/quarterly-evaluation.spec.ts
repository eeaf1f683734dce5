import { classOf, evaluate, type QuarterFacts } from './quarterly-evaluation';

const best: QuarterFacts = {
  totalTime: 'shorter',
  agencyTime: 'shorter',
  contacts: 0,
  agencies: 0,
  atOnePlace: 1,
  onTheSpot: 1,
  published: 'posted_and_electronic',
  attitude: 'early_without_complaint',
  petitionsInTime: null,
  proceduresOnline: 0.2,
  dossiersOnline: 0.3,
  isAnyOnlineLate: false,
};
const pointsOf = (facts: Partial<QuarterFacts>, number: number, level: 'province' | 'district' | 'commune' = 'commune') =>
  evaluate({ ...best, ...facts }, level).criteria.find(({ criterion }) => criterion.number === number)?.points;

describe('the quarterly evaluation', () => {
  it('has nine criteria of two points', () => expect(evaluate(best, 'commune').total).toBe(18));

  it.each([
    [18, 'Excellent'],
    [15, 'Excellent'],
    [14, 'Good'],
    [12, 'Good'],
    [11, 'Fair'],
    [9, 'Fair'],
    [8, 'Average'],
    [6, 'Average'],
    [5, 'Weak'],
    [0, 'Weak'],
  ])('calls a total of %d %s: the bound belongs to the better class', (total, name) => expect(classOf(total).label.en).toBe(name));

  it('asks communes to settle all on the spot, districts half, provinces a fifth', () => {
    expect(pointsOf({ onTheSpot: 0.99 }, 5)).toBe(1);
    expect(pointsOf({ onTheSpot: 0.5 }, 5, 'district')).toBe(2);
    expect(pointsOf({ onTheSpot: 0.2 }, 5, 'province')).toBe(2);
    expect(pointsOf({ onTheSpot: 0.1, atOnePlace: 0.99 }, 5, 'province')).toBe(0);
  });

  it.each([
    [0, 2],
    [1, 1],
    [2, 0],
  ])('gives for %d contacts %d points', (contacts, points) => expect(pointsOf({ contacts }, 3)).toBe(points));

  it.each([
    [null, 2],
    [1, 2],
    [0.95, 1],
    [0.9, 1],
    [0.89, 0],
  ])('gives for petitions in time %d: %d points', (petitionsInTime, points) => expect(pointsOf({ petitionsInTime }, 8)).toBe(points));

  it.each([
    [0.3, false, 2],
    [0.29, false, 1],
    [0.15, false, 1],
    [0.14, false, 0],
    [0.9, true, 0],
  ])('gives for %d of dossiers online, late %s: %d points', (dossiersOnline, isAnyOnlineLate, points) =>
    expect(pointsOf({ dossiersOnline, isAnyOnlineLate }, 9)).toBe(points),
  );

  it('gives nothing for an upheld complaint, whatever else', () => expect(pointsOf({ attitude: 'upheld_complaint' }, 7)).toBe(0));

  it('gives nothing for the attitude of staff who are late, although nobody complains', () =>
    expect(pointsOf({ attitude: 'late_without_complaint' }, 7)).toBe(0));
});
