import type { Answer, AnswerRow } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { waitSlots } from './wait-slots';

const row = (weekday: string, halfHour: string, value: number | null, n: number): AnswerRow => ({
  key: { weekday, half_hour: halfHour },
  values: { wait_p90: figure({ value, n, reason: value === null ? (n === 0 ? 'no_cases' : 'no_data') : null }) },
});

const answer = (...rows: readonly AnswerRow[]): Answer => ({
  question: { metrics: ['wait_p90'], by: ['weekday', 'half_hour'], from: '2026-10-01', to: '2026-11-01', where: [], exact: false },
  rows,
});

describe('waitSlots', () => {
  it('orders weekdays and half-hours and leaves out half-hours in which nobody came', () => {
    const slots = waitSlots(answer(row('2', '13:30', 5, 40), row('1', '08:00', 9, 40), row('1', '12:00', null, 0)), 'wait_p90');
    expect([slots.rows, slots.columns]).toEqual([
      ['1', '2'],
      ['08:00', '13:30'],
    ]);
  });

  it('keeps what is unknown as unknown', () => {
    expect(waitSlots(answer(row('1', '08:00', null, 3)), 'wait_p90').cells).toMatchObject([{ value: null }]);
  });

  it('calls the worst only a slot that rests on enough people', () => {
    const slots = waitSlots(answer(row('1', '08:00', 22, 40), row('1', '08:30', 60, 3)), 'wait_p90');
    expect(slots.worst).toMatchObject({ halfHour: '08:00', value: 22 });
  });

  it('begins the two darkest classes where a wait is too long', () => {
    expect(waitSlots(answer(row('1', '08:00', 22, 40)), 'wait_p90').edges[2]).toBe(20);
  });

  it('says how many come in the two busiest hours', () => {
    // 60 + 20 + 10 + 5 of 100 people in the four busiest half-hours.
    const rows = [
      row('1', '08:00', 5, 60),
      row('1', '08:30', 5, 20),
      row('1', '09:00', 5, 10),
      row('1', '14:00', 5, 5),
      row('1', '15:00', 5, 5),
    ];
    expect(waitSlots(answer(...rows), 'wait_p90').rush).toEqual({ share: 0.95, halfHours: ['08:00', '08:30', '09:00', '14:00'] });
  });

  it('has nothing to say without rows', () => {
    expect(waitSlots(answer(), 'wait_p90')).toMatchObject({ cells: [], worst: null, rush: null });
  });
});
