import type { Answer } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { dayOf, peopleBySlot } from './people-slots';
import type { SlotLoad } from './slot-loads';

const load = (halfHour: string, staffed: number): SlotLoad => ({
  ...{ point: 'A', halfHour, days: 20, overloadedDays: 0, occupancy: 0.5, serving: 0, work: 0 },
  staffed,
});
const row = (half_hour: string, tickets: number, service: number | null) => ({
  key: { point: 'A', half_hour },
  values: {
    tickets: figure({ value: tickets }),
    service_mean: figure({ value: service }),
    wait_mean: figure({ value: 9 }),
    long_wait_rate: figure({ cases: 30 }),
  },
});
const answer = (rows: Answer['rows']): Answer => ({
  question: { metrics: [], by: ['point', 'half_hour'], from: '2026-10-01', to: '2026-11-01', where: [], exact: false },
  rows,
});

it('is an average day: 100 people on 20 days are 5, 85 staffed minutes in a half-hour are three counters', () => {
  const loads = [load('09:00', 85), load('08:30', 30), load('10:00', 60)];
  const people = peopleBySlot(answer([row('08:30', 100, 7), row('09:00', 240, 8), row('10:00', 40, null), row('12:00', 9, 8)]), loads);
  expect(dayOf('A', loads, people)).toEqual({
    halfHours: ['08:30', '09:00'],
    waits: [9, 9],
    // 30 long waits in each of two half-hours, on 20 days.
    over: 3,
    stretches: [
      { minutes: 30, people: 5, serviceMinutes: 7, counters: 1 },
      { minutes: 30, people: 12, serviceMinutes: 8, counters: 3 },
    ],
  });
});
