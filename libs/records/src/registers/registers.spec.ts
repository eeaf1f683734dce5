import type { DataSource } from 'typeorm';
import { listCalendar, listOpeningHours } from '../city-records';
import { openRecords } from '../open-records';
import { flatHours, weekdayHours } from './opening-hours';
import type { CalendarDay } from './register-contents';
import { changeRegister, readRegister, registerHistory, seedRegister, undoChange } from './registers';

const day = (at: string, kind: CalendarDay['kind'] = 'holiday', note: string | null = null): CalendarDay => ({
  day: at,
  kind,
  note,
  source: null,
  standing: 'official',
  decidedOn: null,
});
const owner = { madeBy: 'owner', reason: 'Notice of the city', origin: 'edit' } as const;

describe('a register', () => {
  let records: DataSource;
  beforeAll(async () => (records = await openRecords('memory')), 60_000);
  beforeEach(() => records.query('TRUNCATE register_change, register_entry RESTART IDENTITY'));
  afterAll(() => records.destroy());

  const seed = (...days: readonly CalendarDay[]) => records.transaction((at) => seedRegister(at, 'calendar', days));
  const change = async (...days: readonly CalendarDay[]): Promise<number> => {
    const made = await changeRegister(
      records,
      'calendar',
      days.map((content) => ({ act: 'set', content })),
      owner,
    );
    return made?.id ?? 0;
  };
  const kinds = async (upTo?: number) =>
    Object.fromEntries((await readRegister(records.manager, 'calendar', upTo)).map(({ key, content }) => [key, content.kind]));
  const undo = (id: number) => undoChange(records, 'calendar', id, { madeBy: 'owner', reason: 'A mistake' });

  it('holds what the files of the city say, and does not change when they say it again', async () => {
    await seed(day('2026-01-01'), day('2026-01-10', 'swap_working'));
    await seed(day('2026-01-10', 'swap_working'), day('2026-01-01'));
    expect(await kinds()).toEqual({ '2026-01-01': 'holiday', '2026-01-10': 'swap_working' });
    expect(await registerHistory(records, 'calendar')).toHaveLength(1);
  });

  it('follows files that change, and forgets no version', async () => {
    await seed(day('2026-01-01'), day('2026-01-02', 'weekly_rest'));
    const [first] = await registerHistory(records, 'calendar');
    await seed(day('2026-01-01'));
    expect(await kinds()).toEqual({ '2026-01-01': 'holiday' });
    expect(await kinds(first?.id)).toEqual({ '2026-01-01': 'holiday', '2026-01-02': 'weekly_rest' });
  });

  it('keeps what a person decided over a restart with the same files and with others, and says what the files say', async () => {
    await seed(day('2026-09-01'));
    await change(day('2026-09-01', 'working'));
    await seed(day('2026-09-01'));
    expect(await kinds()).toEqual({ '2026-09-01': 'working' });
    await seed(day('2026-09-01', 'compensatory'));
    const [entry] = await readRegister(records.manager, 'calendar');
    expect(entry).toMatchObject({ origin: 'edit', content: { kind: 'working' }, fileSays: { kind: 'compensatory' } });
  });

  it('says who changed what, when and why', async () => {
    await seed(day('2026-09-01'));
    await changeRegister(records, 'calendar', [{ act: 'remove', key: '2026-09-01' }], { ...owner, now: new Date('2026-08-01T02:00:00Z') });
    const [latest, ...earlier] = await registerHistory(records, 'calendar', { key: '2026-09-01' });
    expect(latest).toMatchObject({
      origin: 'edit',
      madeBy: 'owner',
      reason: 'Notice of the city',
      madeAt: new Date('2026-08-01T02:00:00Z'),
      entries: [{ key: '2026-09-01', act: 'remove', content: null }],
    });
    expect(earlier).toHaveLength(1);
    expect(await kinds()).toEqual({});
  });

  it('makes no change of what stands already', async () => {
    await seed(day('2026-09-01'));
    expect(await change(day('2026-09-01'))).toBe(0);
    expect(await registerHistory(records, 'calendar')).toHaveLength(1);
  });

  it('gives an entry back to the files', async () => {
    await seed(day('2026-09-01'));
    await change(day('2026-09-01', 'working'));
    await changeRegister(records, 'calendar', [{ act: 'follow_file', key: '2026-09-01' }], owner);
    expect(await kinds()).toEqual({ '2026-09-01': 'holiday' });
    await seed(day('2026-09-01', 'compensatory'));
    expect(await kinds()).toEqual({ '2026-09-01': 'compensatory' });
  });

  it('takes a change back by a change of its own, which can be taken back too', async () => {
    await seed(day('2026-09-01'));
    const first = await change(day('2026-09-01', 'working'), day('2026-09-03'));
    const undone = await undo(first);
    expect(await kinds()).toEqual({ '2026-09-01': 'holiday' });
    await undo(undone.id);
    expect(await kinds()).toEqual({ '2026-09-01': 'working', '2026-09-03': 'holiday' });
    expect((await registerHistory(records, 'calendar')).map(({ origin, undoes }) => [origin, undoes])).toEqual([
      ['undo', undone.id],
      ['undo', first],
      ['edit', null],
      ['city_file', null],
    ]);
  });

  it('refuses to take back what was changed again, what the files said and what never was', async () => {
    await seed(day('2026-09-01'));
    const [fromFile] = await registerHistory(records, 'calendar');
    const first = await change(day('2026-09-01', 'working'));
    const second = await change(day('2026-09-01', 'compensatory'));
    await expect(undo(first)).rejects.toThrow(`"2026-09-01" was changed again by change ${second}; undo that one first.`);
    await expect(undo(fromFile?.id ?? 0)).rejects.toThrow('came from the files of the city; change the entry itself instead.');
    await expect(undo(99)).rejects.toThrow('There is no change 99 of the register "calendar".');
  });

  it('lets nobody rewrite its history', async () => {
    await seed(day('2026-09-01'));
    await expect(records.query(`UPDATE register_change SET reason = 'another'`)).rejects.toThrow('The history of a register is kept');
    await expect(records.query('DELETE FROM register_entry')).rejects.toThrow('The history of a register is kept');
  });

  it('makes two changes at once one after the other', async () => {
    const both = await Promise.all([change(day('2026-09-01')), change(day('2026-09-01', 'working'))]);
    expect(new Set(both).size).toBe(2);
    expect(await kinds()).toEqual({ '2026-09-01': 'working' });
  });
});

describe('opening hours', () => {
  const row = (opensAt: string, closesAt: string, validTo: string | null = null) => ({
    pointCode: null,
    weekday: 1,
    opensAt,
    closesAt,
    validFrom: '2026-01-01',
    validTo,
  });

  it('of one weekday are one entry, and the same rows again', async () => {
    const rows = [row('08:00', '11:30'), row('13:30', '17:00')];
    expect(weekdayHours(rows)).toHaveLength(1);
    expect(flatHours(weekdayHours(rows))).toEqual(rows);
    const records = await openRecords('memory');
    await records.transaction((at) => seedRegister(at, 'opening_hours', weekdayHours(rows)));
    expect([await listOpeningHours(records), await listCalendar(records)]).toEqual([rows, []]);
    await records.destroy();
  });

  it('that begin together must end together', () =>
    expect(() => weekdayHours([row('08:00', '11:30'), row('13:30', '17:00', '2026-06-01')])).toThrow(
      'The opening hours of */1/2026-01-01 end on both no day and 2026-06-01; they must end together.',
    ));
});
