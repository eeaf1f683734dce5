import fc from 'fast-check';
import { busiestSlot, needOf, type Place, roomOf, suggestLending } from './lending';
import type { SlotLoad } from './slot-loads';

const STANDARD = 0.85;

const load = (point: string, serving: number, staffed: number, rest: Partial<SlotLoad> = {}): SlotLoad => ({
  point,
  halfHour: '09:00',
  days: 20,
  overloadedDays: 0,
  occupancy: serving / staffed,
  serving,
  work: serving,
  staffed,
  ...rest,
});

const places: Readonly<Record<string, Place>> = {
  A: { branch: 'X', column: 1, row: 1 },
  B: { branch: 'X', column: 9, row: 9 },
  C: { branch: 'Y', column: 2, row: 1 },
  D: { branch: 'Y', column: 5, row: 5 },
};
const suggest = (loads: readonly SlotLoad[]) =>
  suggestLending({ loads, standard: STANDARD, placeOf: (point) => places[point] ?? null }).map(({ need, lenders, missing }) => [
    need.load.point,
    lenders.map(({ load: { point }, officers, isSameBranch }) => [point, officers, isSameBranch]),
    missing,
  ]);

describe('a point needs help', () => {
  it('for the minutes that would bring it back to the standard, in whole officers', () => {
    // 85 minutes of serving ask for 100 at the counters; 60 are there: 40 are lacking, two officers of 30 minutes.
    expect(needOf(load('A', 85, 60), STANDARD)).toMatchObject({ minutes: 40, officers: 2 });
  });

  it('not at the standard itself, and not while too little is known', () => {
    expect(needOf(load('A', 51, 60), STANDARD)).toBeNull();
    expect(needOf(load('A', 90, 60, { occupancy: null }), STANDARD)).toBeNull();
  });
});

describe('a point has room', () => {
  it('for those without whom it still keeps the standard', () => {
    // 51 minutes of serving ask for 60 at the counters; of 150 minutes 90 are free: three officers.
    expect(roomOf(load('A', 51, 150), STANDARD)).toBe(3);
  });

  it('after its other tasks, which can be done at no counter', () => {
    // 102 minutes of work ask for 120; of 150 minutes 30 are free.
    expect(roomOf(load('A', 51, 150, { work: 102 }), STANDARD)).toBe(1);
  });

  it('never for its last officer, and never while too little is known', () => {
    expect(roomOf(load('A', 0, 30), STANDARD)).toBe(0);
    expect(roomOf(load('A', 0, 90), STANDARD)).toBe(2);
    expect(roomOf(load('A', 0, 90, { occupancy: null }), STANDARD)).toBe(0);
  });
});

describe('who could help whom', () => {
  it('looks within the branch first, however far, and then at the nearest', () => {
    // A lacks 40 minutes, two officers; B of its branch has one to spare, C lies nearer than D.
    const loads = [load('A', 85, 60), load('B', 0, 60), load('C', 0, 60), load('D', 0, 120)];
    expect(suggest(loads)).toEqual([
      [
        'A',
        [
          ['B', 1, true],
          ['C', 1, false],
        ],
        0,
      ],
    ]);
  });

  it('meets the needs of a branch before sending its people elsewhere', () => {
    // A is pressed harder than D, but C belongs to the branch of D.
    const loads = [load('A', 85, 60), load('D', 60, 60), load('C', 0, 60)];
    expect(suggest(loads)).toEqual([
      ['A', [], 2],
      ['D', [['C', 1, true]], 0],
    ]);
  });

  it('says how many are found nowhere', () => {
    expect(suggest([load('A', 85, 60)])).toEqual([['A', [], 2]]);
  });

  it('keeps every lender within the standard and lends nobody twice, whatever the loads', () => {
    const minutes = fc.double({ min: 0, max: 300, noNaN: true });
    const loads = fc.array(fc.record({ point: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), serving: minutes, staffed: minutes }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(loads, (raw) => {
        const all = [...new Map(raw.filter(({ staffed }) => staffed >= 1).map((one) => [one.point, one])).values()].map(
          ({ point, serving, staffed }) => load(point, serving, staffed),
        );
        const lent = new Map<string, number>();
        for (const { lenders } of suggestLending({ loads: all, standard: STANDARD, placeOf: (point) => places[point] ?? null }))
          for (const lender of lenders) lent.set(lender.load.point, (lent.get(lender.load.point) ?? 0) + lender.officers);
        return all.every(({ point, work, staffed }) => {
          const left = staffed - 30 * (lent.get(point) ?? 0);
          return !lent.has(point) || (left >= 30 - 1e-9 && work <= STANDARD * left + 1e-9);
        });
      }),
    );
  });
});

describe('the half-hour to look at first', () => {
  it('is the one in which most minutes are lacking over all points', () => {
    const later = { halfHour: '10:00' };
    expect(busiestSlot([load('A', 85, 60), load('B', 60, 60, later), load('C', 85, 60, later)], STANDARD)).toBe('10:00');
    expect(busiestSlot([load('A', 10, 60)], STANDARD)).toBeNull();
  });
});
