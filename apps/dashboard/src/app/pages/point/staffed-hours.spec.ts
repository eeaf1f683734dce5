import type { Answer } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { regularHalfHours } from './staffed-hours';

const row = (half_hour: string, n: number) => ({ key: { half_hour }, values: { busy: figure({ n }) } });
const answer = (rows: Answer['rows']): Answer => ({
  question: { metrics: ['busy'], by: ['half_hour'], from: '2026-10-01', to: '2026-11-01', where: [], exact: false },
  rows,
});

it('is a service hour when it was staffed on half as many days as the most regular one', () => {
  expect(regularHalfHours(answer([row('17:00', 3), row('09:00', 22), row('08:00', 11), row('18:00', 10)]), 'busy')).toEqual([
    '08:00',
    '09:00',
  ]);
  expect(regularHalfHours(null, 'busy')).toEqual([]);
});
