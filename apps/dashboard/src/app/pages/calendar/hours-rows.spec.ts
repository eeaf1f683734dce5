import type { RegisterEntry, WeekdayHours } from '@evenhand/contracts';
import { hoursRows } from './hours-rows';

const entry = (pointCode: string | null, weekday: number, more: Partial<WeekdayHours> = {}): RegisterEntry => ({
  key: `${pointCode ?? ''}/${weekday}`,
  changeId: 1,
  origin: 'city_file',
  content: { pointCode, weekday, validFrom: '2025-07-01', validTo: null, stretches: [{ opensAt: '08:00', closesAt: '11:30' }], ...more },
});

it('puts the weekdays of a point into one row per validity, the whole city first and the latest before the earlier', () => {
  const both = [
    { opensAt: '08:00', closesAt: '11:30' },
    { opensAt: '13:30', closesAt: '17:00' },
  ];
  const rows = hoursRows([
    entry('P1', 6, { validTo: '2026-01-01' }),
    entry('P1', 6, { validFrom: '2026-01-01' }),
    entry(null, 1, { stretches: both }),
    entry(null, 2),
  ]);
  expect(rows.map(({ point, from, to }) => [point, from, to])).toEqual([
    [null, '2025-07-01', null],
    ['P1', '2026-01-01', null],
    ['P1', '2025-07-01', '2026-01-01'],
  ]);
  expect(rows[0]?.week).toEqual([['08:00–11:30', '13:30–17:00'], ['08:00–11:30'], null, null, null, null, null]);
  expect(rows[1]?.week[5]).toEqual(['08:00–11:30']);
});
