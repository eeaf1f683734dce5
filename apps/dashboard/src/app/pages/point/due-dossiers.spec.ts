import { WorkingCalendar } from '@evenhand/domain';
import { dueDossiers, workingDaysBetween } from './due-dossiers';

// Friday 30 October 2026; the Monday after it is a holiday.
const calendar = new WorkingCalendar([{ day: '2026-11-02', kind: 'holiday' }]);
const FRIDAY = '2026-10-30';

it('counts working days: from Friday over a weekend and a holiday to Tuesday is one', () => {
  expect(workingDaysBetween(FRIDAY, '2026-11-03', calendar)).toBe(1);
  expect(workingDaysBetween(FRIDAY, FRIDAY, calendar)).toBe(0);
  // Wednesday to Friday: Thursday and Friday have passed.
  expect(workingDaysBetween(FRIDAY, '2026-10-28', calendar)).toBe(-2);
});

it('puts what is due first ahead and leaves out what nobody promised', () => {
  const row = (dossier_code: string, due_on: string | null) => ({
    dossier_code,
    due_on,
    source: 's',
    procedure_code: 'p',
    received_at: null,
  });
  const found = dueDossiers([row('B', '2026-11-03'), row('A', '2026-10-28'), row('C', null)], FRIDAY, calendar);
  expect(found.map(({ code, daysLeft }) => [code, daysLeft])).toEqual([
    ['A', -2],
    ['B', 1],
  ]);
});
