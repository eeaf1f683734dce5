import { actDueAt, apologyDueAt, STATUTORY_ACTS, type StatutoryActName } from './statutory-act';
import { wallClock, wallClockText } from './wall-clock';
import { workingTime } from './worked-example';

const due = (name: StatutoryActName, from: string) => wallClockText(actDueAt(workingTime(), name, wallClock(from))).slice(0, 16);

/** October 2026: the 5th is a Monday. */
describe('an act that is owed within a limit', () => {
  it.each([
    // 8 working hours: Mon 10:00–11:30 and 13:30–17:00 = 5, Tue 07:00–10:00 = 3
    ['online_answer', '2026-10-05 10:00', '2026-10-06 10:00'],
    // submitted on a Saturday night: Mon 12 whole
    ['online_answer', '2026-10-10 22:00', '2026-10-12 17:00'],
    // on the eve of Tết, after closing: Mon 23 February whole
    ['online_answer', '2026-02-13 20:00', '2026-02-23 17:00'],
    ['incomplete_notice', '2026-10-05 10:00', '2026-10-08 17:00'],
    // Fri 9 = 1, Mon 12 = 2, Tue 13 = 3
    ['incomplete_notice', '2026-10-08 10:00', '2026-10-13 17:00'],
    ['petition_refusal', '2026-10-05 10:00', '2026-10-07 17:00'],
    ['petition_supplement', '2026-10-05 10:00', '2026-10-12 17:00'],
    ['petition_answer', '2026-10-05 10:00', '2026-10-26 17:00'],
    // received on a Sunday, 3 working days from Mon 12
    ['petition_refusal', '2026-10-11 09:00', '2026-10-14 17:00'],
  ] as const)('%s: from %s it is in time until %s', (name, from, expected) => expect(due(name, from)).toBe(expected));

  it('says where its limit stands in both languages', () =>
    expect(Object.values(STATUTORY_ACTS).filter(({ label, source }) => !label.vi || !label.en || !source.vi || !source.en)).toEqual([]));
});

describe('an apology for a dossier that will be late', () => {
  it('is in time until the end of the day before the due day', () =>
    expect(wallClockText(apologyDueAt(wallClock('2026-10-08 17:00')))).toBe('2026-10-07 24:00:00'));

  it('may come on a Sunday for a dossier due on Monday', () =>
    expect(wallClockText(apologyDueAt(wallClock('2026-10-12 17:00')))).toBe('2026-10-11 24:00:00'));
});
