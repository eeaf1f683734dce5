import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecords, type DataSource } from '@evenhand/records';
import { openWarehouse, type Warehouse } from '@evenhand/warehouse';
import { applyCity } from '../city/apply-city';
import { changeAndPublish } from '../city/change-register';
import { readCity } from '../city/read-city';
import { countDeadlineFindings, deadlineFindings } from './deadline-findings';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-deadlines-'));
const ZONE = 'Asia/Ho_Chi_Minh';
const write = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return join(folder, name);
};
const hours = [1, 2, 3, 4, 5].flatMap((day) => [`,${day},08:00,12:00`, `,${day},13:00,17:00`]);

/** October 2026: the 5th is a Monday. Times are those of the wall clock in Hanoi. */
const at = (text: string): string => new Date(`${text.replace(' ', 'T')}+07:00`).toISOString();
interface Told {
  readonly code: string;
  readonly received: string;
  readonly due: string;
  readonly [column: string]: string | number;
}
const dossier = ({ code, received, due, ...others }: Told) => ({
  source: 'national',
  dossier_code: code,
  point_code: 'P',
  procedure_code: 'three-days',
  channel: 'direct',
  received_at: at(received),
  received_on: received.slice(0, 10),
  first_due_at: at(due),
  due_at: at(due),
  status: 4,
  key_hash: Number(code),
  ...others,
});
const step = (code: string, status: number, happened: string) => ({
  source: 'national',
  dossier_code: code,
  step_id: happened,
  point_code: 'P',
  status,
  happened_at: at(happened),
  happened_on: happened.slice(0, 10),
});

describe('findings about the clocks of dossiers', () => {
  let records: DataSource;
  let warehouse: Warehouse;
  const city = () => {
    write('points.csv', ['code,name', 'P,Point', 'S,Saturdays']);
    write('hours.csv', ['point,weekday,from,to', ...hours, 'S,6,08:00,11:30']);
    write('procedures.csv', ['code,name_vi,name_en,working_days', 'three-days,Ba,Three,3', 'dated,Có hạn,Dated,', 'hourly,Giờ,Hourly,']);
    write('limits.csv', [
      'procedure,channel,limit,unit,valid_from,valid_to,basis',
      'dated,,5,working_days,2020-01-01,2026-10-01,Old',
      'dated,,2,working_days,2026-10-01,,New',
      'dated,online,1,working_days,2026-10-01,,New',
      'hourly,,4,hours,,,',
    ]);
    write('calendar.csv', ['day,kind', '2026-10-07,holiday']);
    return readCity(
      write('city.yml', [
        'name: { vi: Thử, en: Test }',
        `zone: ${ZONE}`,
        'reference: { points: points.csv, opening_hours: hours.csv, procedures: procedures.csv, limits: limits.csv, calendar: calendar.csv }',
      ]),
    );
  };

  beforeAll(async () => {
    [records, warehouse] = [await openRecords('memory'), await openWarehouse('memory')];
    await applyCity(city(), records, warehouse, new Date('2026-11-01'));
    await warehouse.insert('dossier', [
      // Tue 6 = 1, Wed 7 is a holiday, Thu 8 = 2, Fri 9 = 3
      dossier({ code: '1', received: '2026-10-05 09:00', due: '2026-10-09 16:30' }),
      dossier({ code: '2', received: '2026-10-05 09:00', due: '2026-10-12 17:00' }),
      dossier({ code: '3', received: '2026-10-05 09:00', due: '2026-10-08 17:00' }),
      // stopped at the end of Thu 8; Tue 6 = 1, Fri 9 = 2, Mon 12 = 3; Tue 13 would be rounded up, Wed 14 is beyond
      dossier({ code: '4', received: '2026-10-05 09:00', due: '2026-10-09 17:00', due_at: at('2026-10-12 17:00'), supplement_requests: 1 }),
      dossier({ code: '5', received: '2026-10-05 09:00', due: '2026-10-09 17:00', due_at: at('2026-10-14 17:00'), supplement_requests: 1 }),
      dossier({ code: '6', received: '2026-10-05 09:00', due: '2026-10-09 17:00', due_at: at('2026-10-12 17:00') }),
      dossier({
        code: '7',
        received: '2026-10-05 09:00',
        due: '2026-10-09 17:00',
        due_at: at('2026-10-12 17:00'),
        apology_at: at('2026-10-08 09:00'),
      }),
      // Sat 10: closed at P, open at S; Mon 12 as received, Tue 13 = 1, Wed 14 = 2, Thu 15 = 3
      dossier({ code: '8', received: '2026-10-10 09:00', due: '2026-10-15 17:00' }),
      dossier({ code: '9', received: '2026-10-10 09:00', due: '2026-10-15 17:00', point_code: 'S' }),
      // 8 working hours from Mon 5 09:00 end Tue 6 09:00
      dossier({
        code: '10',
        received: '2026-10-06 09:00',
        due: '2026-10-12 17:00',
        channel: 'online',
        submitted_at: at('2026-10-05 09:00'),
      }),
      dossier({
        code: '11',
        received: '2026-10-06 09:01',
        due: '2026-10-12 17:00',
        channel: 'online',
        submitted_at: at('2026-10-05 09:00'),
      }),
      // the limit of the day of reception: five working days from Wed 30 September, two from Thu 1 October, one of those online
      dossier({ code: '12', received: '2026-09-30 09:00', due: '2026-10-08 17:00', procedure_code: 'dated' }),
      dossier({ code: '13', received: '2026-10-01 09:00', due: '2026-10-05 17:00', procedure_code: 'dated' }),
      dossier({ code: '14', received: '2026-10-01 09:00', due: '2026-10-05 17:00', procedure_code: 'dated', channel: 'online' }),
      dossier({ code: '15', received: '2026-10-05 10:00', due: '2026-10-05 15:00', procedure_code: 'hourly' }),
      dossier({ code: '16', received: '2026-10-05 10:00', due: '2026-10-05 15:01', procedure_code: 'hourly' }),
      dossier({ code: '17', received: '2026-10-05 10:00', due: '2027-10-05 15:01', procedure_code: 'no-limit' }),
    ]);
    const supplement = (code: string) => [step(code, 5, '2026-10-08 10:00'), step(code, 4, '2026-10-09 10:00')];
    await warehouse.insert('dossier_event', [...supplement('4'), ...supplement('5')]);
  }, 60_000);
  afterAll(async () => {
    await warehouse.close();
    await records.destroy();
    rmSync(folder, { recursive: true });
  });

  const range = { from: '2026-09-01', to: '2026-11-01' };
  const found = async (finding: string) =>
    (await deadlineFindings(warehouse, { range, zone: ZONE, finding, limit: 100 }))
      .map(({ dossierCode }) => dossierCode)
      .toSorted((one, other) => Number(one) - Number(other));

  it.each([
    ['due_later_than_limit', ['2', '14', '16']],
    ['due_earlier_than_limit', ['3']],
    ['due_moved_without_pause', ['6']],
    ['due_moved_beyond_pause', ['5']],
    ['received_on_rest_day', ['8']],
    ['acceptance_late', ['11']],
  ])('%s: found in %j and in no other dossier', async (finding, codes) => expect(await found(finding)).toEqual(codes));

  it('are counted over the range in which dossiers were received', async () => {
    const counts = await countDeadlineFindings(warehouse, range, ZONE);
    expect(counts.map(({ dossiers }) => dossiers)).toEqual([3, 1, 1, 1, 1, 1]);
    const before = await countDeadlineFindings(warehouse, { from: '2026-09-01', to: '2026-10-01' }, ZONE);
    expect(before.map(({ dossiers }) => dossiers)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('say what the source told and what was counted', async () => {
    const [later] = await deadlineFindings(warehouse, { range, zone: ZONE, finding: 'due_earlier_than_limit', limit: 1 });
    expect(later).toMatchObject({ told: at('2026-10-08 17:00'), counted: at('2026-10-09 17:00'), procedureCode: 'three-days' });
  });

  it('follow a change of the calendar at once', async () => {
    const stores = { records, warehouse, city: city() };
    const day = { day: '2026-10-07', kind: 'working', note: null, source: null, standing: 'official', decidedOn: null } as const;
    const author = { madeBy: 'owner', reason: 'Not a holiday here', origin: 'edit', now: new Date('2026-11-01') } as const;
    await changeAndPublish(stores, 'calendar', [{ act: 'set', content: day }], author);
    expect(await found('due_earlier_than_limit')).toEqual([]);
    expect(await found('due_later_than_limit')).toContain('1');
  });

  it('are none where the city has no calendar and no hours', async () => {
    const bare = readCity(write('bare.yml', ['name: { vi: Thử, en: Test }', `zone: ${ZONE}`]));
    await applyCity(bare, records, warehouse);
    await changeAndPublish({ records, warehouse, city: bare }, 'calendar', [{ act: 'follow_file', key: '2026-10-07' }], {
      madeBy: 'owner',
      reason: 'Back',
      origin: 'edit',
    });
    const counts = await countDeadlineFindings(warehouse, range, ZONE);
    const ofHours = counts.filter(({ finding }) => !finding.startsWith('due_moved'));
    expect(ofHours.map(({ dossiers }) => dossiers)).toEqual([0, 0, 0, 0]);
  });
});
