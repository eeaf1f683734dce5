import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { param, sql } from '@evenhand/warehouse';
import { openStores, type Stores } from '../stores';
import { freshDataFolder } from '../testing/fresh-data-folder';
import { calendar } from './calendar';
import { Typed } from './typed';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-calendar-'));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const CITY = `name: { vi: Thử, en: Test }
zone: Asia/Ho_Chi_Minh
reference: { points: points.csv, calendar: calendar.csv, opening_hours: hours.csv, opening_dates: dates.csv }
`;

describe('the calendar on the command line', () => {
  let stores: Stores;
  const open = async () =>
    openStores({ EVENHAND_DATA: await freshDataFolder(join(folder, 'data')), EVENHAND_CITY: join(folder, 'city.yml') }, 'a test');

  beforeAll(async () => {
    write('points.csv', 'code,name\nP,Point\n');
    write('hours.csv', 'point,weekday,from,to\n,1,08:00,16:00\n,2,08:00,16:00\n,3,08:00,16:00\n,4,08:00,16:00\n,5,08:00,16:00\n');
    write('dates.csv', 'point,day,from,to,note\nP,2026-03-02,,,Flood\n');
    write('calendar.csv', 'day,kind,note\n2026-09-02,holiday,Quốc khánh\n');
    write('city.yml', CITY);
    stores = await open();
  }, 60_000);
  afterAll(async () => {
    await stores.close();
    rmSync(folder, { recursive: true });
  });

  const type = async (...args: readonly string[]): Promise<string> => {
    const said: string[] = [];
    const typed = Typed.from(args, calendar.options, folder);
    const terminal = { out: (text: string) => void said.push(text), err: () => undefined, progress: () => undefined };
    calendar.check?.(typed);
    await calendar.run({ stores, typed, terminal, gone: new AbortController().signal });
    return said.join('\n');
  };
  const isWorkingDay = async (day: string): Promise<boolean> => {
    const rows = await stores.warehouse.rows<{ n: number }>(sql`SELECT count() AS n FROM working_day WHERE day = ${param('Date', day)}`);
    return rows[0]?.n === 1;
  };

  it('sets a day with its reason, and the warehouse counts with it at once', async () => {
    expect(await isWorkingDay('2026-09-03')).toBe(true);
    expect(await type('set', '2026-09-03', 'holiday', '--note', 'Nghỉ thêm', '--reason', 'Notice 12')).toMatch(/^Change \d+ is made/);
    expect(await isWorkingDay('2026-09-03')).toBe(false);
    expect(await type('show', '--year', '2026')).toContain('2026-09-03');
  });

  it('keeps it over a restart', async () => {
    await stores.close();
    stores = await open();
    expect(await isWorkingDay('2026-09-03')).toBe(false);
  });

  it('tells the history of a day and takes a change back', async () => {
    const told = await type('history', '2026-09-03');
    expect(told).toContain('Notice 12');
    const change = /^(\d+) /m.exec(told)?.[1] ?? '';
    await type('undo', change, '--reason', 'A mistake');
    expect(await isWorkingDay('2026-09-03')).toBe(true);
    expect(await type('history', '2026-09-03')).toContain('A mistake');
  });

  it('shows what an import would change before it changes it, and then takes all of it in one change', async () => {
    const file = write(
      '2027.csv',
      'day,kind,note,source,standing\n2026-09-02,holiday,Quốc khánh,,\n2027-02-05,holiday,Tết,Điều 112,assumed\n',
    );
    const plan = await type('import', file, '--preview');
    expect(plan).toContain('add');
    expect(plan).not.toContain('2026-09-02');
    expect(await type('show', '--year', '2027')).not.toContain('2027-02-05');
    await type('import', file, '--reason', 'The calendar of 2027');
    expect(await type('show', '--year', '2027')).toContain('assumed');
    expect(await type('import', file, '--reason', 'Again')).toBe('Everything stands like that already; nothing was changed.');
  });

  it('imports nothing when a line is bad, and says of each what is wrong', async () => {
    const file = write('bad.csv', 'day,kind\n2027-03-01,holiday\n2027-02-30,holiday\n2027-03-02,party\n2027-03-01,holiday\n');
    await expect(type('import', file, '--reason', 'x')).rejects.toThrow('Nothing was imported');
    expect((await type('import', file, '--preview')).split('\n').slice(0, 3)).toEqual([
      'Line 3: "day" is "2027-02-30" but must be a day written YYYY-MM-DD.',
      'Line 4: "kind" is "party" but must be one of working, weekly_rest, holiday, compensatory, swap_working.',
      '"2027-03-01" is described more than once.',
    ]);
    expect(await type('show', '--year', '2027')).not.toContain('2027-03-01');
  });

  it('[P4] takes no note and no reason with a number of a person, however they come, and never repeats one', async () => {
    const number = '0912 345 678';
    const csv = write('person.csv', `day,kind,note\n2029-03-01,holiday,Gọi ${number}\n`);
    const ics = write('person.ics', `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20290302\nSUMMARY:Gọi ${number}\nEND:VEVENT\nEND:VCALENDAR`);
    const dates = write('person-dates.csv', `point,day,from,to,note\nP,2029-03-02,,,Gọi ${number}\n`);
    const asked = [
      ['set', '2029-03-03', 'holiday', '--note', number, '--reason', 'x'],
      ['set', '2029-03-03', 'holiday', '--reason', number],
      ['import', csv, '--reason', 'x'],
      ['import', ics, '--reason', 'x'],
      ['import', dates, '--of', 'hours_on_dates', '--reason', 'x'],
      ['undo', '1', '--reason', number],
    ];
    const said = await Promise.all(asked.map((args) => type(...args).catch((error: unknown) => String(error))));
    const previews = await Promise.all([csv, ics].map((file) => type('import', file, '--preview')));
    expect([...said, ...previews].filter((text) => text.includes('345'))).toEqual([]);
    expect(said.filter((text) => !/seems to hold a telephone|Nothing was imported/.test(text))).toEqual([]);
    expect(previews.filter((text) => !text.includes('seems to hold a telephone'))).toEqual([]);
    expect(await type('show', '--year', '2029')).not.toContain('2029-03');
  });

  it('reads days off from an iCalendar file', async () => {
    const ics = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20280126',
      'DTEND;VALUE=DATE:20280128',
      'SUMMARY:Tết Nguyên đán\\, ngày',
      '  đầu',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20280205',
      'CATEGORIES:SWAP_WORKING',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    await type('import', write('tet.ics', ics), '--reason', 'Tết 2028');
    const days = JSON.parse(await type('show', '--year', '2028', '--json')) as { content: { day: string; kind: string; note: string } }[];
    expect(days.map(({ content }) => [content.day, content.kind, content.note])).toEqual([
      ['2028-01-26', 'holiday', 'Tết Nguyên đán, ngày đầu'],
      ['2028-01-27', 'holiday', 'Tết Nguyên đán, ngày đầu'],
      ['2028-02-05', 'swap_working', null],
    ]);
  });

  it.each([
    ['calendar', '2026-09-02,holiday,Quốc khánh'],
    ['opening_hours', ',1,08:00,16:00,1970-01-01,'],
    ['hours_on_dates', 'P,2026-03-02,,,Flood'],
  ])('exports the register %s as a file that changes nothing when it is imported', async (register, line) => {
    const text = await type('export', '--of', register);
    expect(text).toContain(line);
    const file = write(`${register}.csv`, text);
    expect(await type('import', file, '--of', register, '--reason', 'The same')).toContain('nothing was changed');
  });

  it.each([
    [['set', '2026-09-03', 'holiday'], 'Say why with --reason'],
    [['set', '2026-02-30', 'holiday', '--reason', 'x'], '"day" is "2026-02-30" but must be a day written YYYY-MM-DD.'],
    [['set', '2026-09-03', 'party', '--reason', 'x'], '"kind" is "party" but must be one of working,'],
    [
      ['show', '--of', 'weather'],
      '--of must be one of calendar, opening_hours, hours_on_dates, procedure_limits, stated_figures, not "weather".',
    ],
    [['dance'], 'Say what to do with the calendar: show, set, clear, import, export, history, undo; not "dance".'],
    [['import', '/nowhere.csv', '--reason', 'x'], 'There is no file that can be read at /nowhere.csv.'],
  ])('says what is wrong with %j', async (args, message) => expect(type(...args)).rejects.toThrow(message));
});
