import type { LivePoint } from '@evenhand/contracts';
import { figure } from '../../../testing/figures';
import { byPeople, jams, lateDossiers, linesNow } from './urgent-lines';
import type { SlotLoad } from './slot-loads';

const load = (point: string, halfHour: string, occupancy: number | null): SlotLoad => ({
  ...{ point, halfHour, occupancy, days: 20, overloadedDays: 12, serving: 0, work: 0, staffed: 90 },
});
const live = (part: Partial<LivePoint>): LivePoint => ({
  ...{ point: 'A', state: 'known', waiting: 8, overNow: 1, expectedOver: 3.6, share: 0.45, longestMinutes: 24 },
  ...{ asOf: null, ageMinutes: 0, counters: 2, serviceMinutes: 6, ...part },
});

describe('what asks for somebody to act', () => {
  it('is a line in which people will have waited too long: 3.6 of 8 are four people', () => {
    expect(linesNow([live({}), live({ point: 'B', expectedOver: 0.2 }), live({ point: 'C', state: 'unknown' })])).toEqual([
      { kind: 'line', point: 'A', people: 4, waiting: 8, longestMinutes: 24 },
    ]);
  });

  it('is the stretch around the worst half-hour, with everybody who comes in it: 10 + 14 people a day', () => {
    const loads = [
      load('A', '09:30', 0.99),
      load('A', '09:00', 0.9),
      load('A', '10:00', 0.5),
      load('A', '14:00', 0.88),
      load('B', '09:00', 0.4),
    ];
    const people = new Map([
      ['A/09:00', { people: 10, serviceMinutes: 6, waitMinutes: null, over: 0 }],
      ['A/09:30', { people: 14, serviceMinutes: 6, waitMinutes: null, over: 0 }],
      ['A/14:00', { people: 50, serviceMinutes: 6, waitMinutes: null, over: 0 }],
    ]);
    const [jam, ...others] = jams({ loads, people, standard: 0.85, suggestionsAt: () => [] });
    expect(others).toEqual([]);
    expect(jam).toMatchObject({ point: 'A', people: 24, slots: { from: '09:00', to: '09:30', worst: '09:30' }, overloadedDays: 12 });
  });

  it('is what is overdue and what is expected to be, one person a dossier', () => {
    const figures = {
      dossiers_overdue: figure({ value: 7 }),
      oldest_overdue: figure({ value: 31 }),
      dossiers_at_risk: figure({ value: 5 }),
      dossiers_expected_late: figure({ value: 2.4 }),
    };
    expect(lateDossiers([{ point: 'A', figures, bands: [] }])).toEqual([
      { kind: 'overdue', point: 'A', people: 7, oldest: 31, soon: 5 },
      { kind: 'late_soon', point: 'A', people: 2, oldest: null, soon: 5 },
    ]);
  });

  it('stands in the order of the people whom it concerns; who waits now comes first among equals', () => {
    const late = { kind: 'overdue', point: 'B', people: 4, oldest: 1, soon: 0 } as const;
    const line = { kind: 'line', point: 'A', people: 4, waiting: 8, longestMinutes: 24 } as const;
    const more = { ...late, point: 'C', people: 9 };
    expect(byPeople([late, line, more]).map(({ point }) => point)).toEqual(['C', 'A', 'B']);
  });
});
