import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMON_RULES } from '@evenhand/domain';
import { listPoints, openRecords, type DataSource } from '@evenhand/records';
import { openWarehouse, sql, type Warehouse } from '@evenhand/warehouse';
import { applyCity } from './apply-city';
import { readCity } from './read-city';
import { registerUnknownPoints } from './unknown-points';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-city-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return join(folder, name);
};

const FIVE_LINES = ['name:', '  vi: Thử', '  en: Test', 'zone: Europe/Amsterdam', 'simulated: true'];

describe('a city file', () => {
  it('needs no more than five lines', () =>
    expect(readCity(write('city.yml', FIVE_LINES)).settings).toEqual({
      name: { vi: 'Thử', en: 'Test' },
      zone: 'Europe/Amsterdam',
      languages: ['vi', 'en'],
      isSimulated: true,
      longWaitMinutes: 20,
    }));

  it.each([
    [['zone: Asia/Hanoi', 'name: {vi: a, en: b}'], '"zone" is "Asia/Hanoi" but must be an IANA zone, for example Asia/Ho_Chi_Minh.'],
    [['zone: UTC'], '"name" is missing.'],
    [['zone: UTC', 'name: {vi: a}'], '"name.en" is missing.'],
    [['zone: UTC', 'name: {vi: a, en: b}', 'languages: [fr]'], '"languages.0" is "fr" but must be vi or en.'],
    [
      ['zone: UTC', 'name: {vi: a, en: b}', 'thresholds: {long_wait_minutes: -1}'],
      '"thresholds.long_wait_minutes" is -1 but must be more than 0 minutes.',
    ],
    [['zone: UTC', 'name: {vi: a, en: b}', 'threshold: 20'], '"threshold" is not a setting of a city.'],
    [
      ['zone: UTC', 'name: {vi: a, en: b}', 'boundaries: map.shp'],
      '"boundaries" is "map.shp" but must be the path of a .geojson or .json file.',
    ],
    [['zone: ['], 'is not YAML:'],
    [[''], 'it must hold settings such as "name" and "zone".'],
  ])('says what is wrong with %j', (lines, expected) => expect(() => readCity(write('wrong.yml', lines))).toThrow(expected));

  it('says where a missing file was looked for', () =>
    expect(() => readCity('/nowhere/city.yml')).toThrow('There is no city file at /nowhere/city.yml. Name one with EVENHAND_CITY.'));

  it.each([
    ['units', ['code,name,population', '1,A,12', '2,B,many'], 'row 2: "population" is "many" but must be a whole number, or empty.'],
    ['points', ['code,unit', 'P,'], 'row 1: column "name" is missing.'],
    ['points', ['code,name,unit', 'P,Point,00004'], 'unit "00004" is used but never described.'],
    ['units', ['code,name', '1,A', '1,B'], 'unit "1" is described 2 times.'],
    ['points', ['code,name,valid_from', 'P,Point,2026-01-01', 'P,Point,2025-01-01'], 'point "P" has stretches of time that overlap'],
    ['calendar', ['day,kind', '2026-02-30,holiday'], 'row 1: "day" is "2026-02-30" but must be a day written YYYY-MM-DD.'],
    ['calendar', ['day,kind,note', '2026-02-17,holiday,0912345678'], 'row 1: "note" seems to hold a telephone or identity number,'],
    ['calendar', ['day,kind', '2026-02-17,party'], '"kind" is "party" but must be one of working, weekly_rest, holiday,'],
    ['opening_hours', ['point,weekday,from,to', ',1,12:00,08:00'], '"to" is "08:00" but must be later than "from".'],
    [
      'opening_hours',
      ['point,weekday,from,to,valid_from,valid_to', ',1,08:00,12:00,2026-01-01,', ',1,13:00,17:00,2026-01-01,2026-06-01'],
      'The opening hours of */1/2026-01-01 end on both no day and 2026-06-01; they must end together.',
    ],
    ['opening_dates', ['point,day,from,to', ',2026-01-05,08:00,'], '"to" is "" but must be empty where "from" is, and only there.'],
    ['limits', ['procedure,limit,unit', 'P,0,working_days'], '"limit" is "0" but must be more than 0; only same_day needs none.'],
    ['limits', ['procedure,limit,unit', 'P,1.5,working_days'], '"limit" is "1.5" but must be whole where the unit is days.'],
    ['limits', ['procedure,limit,unit', 'P,3,weeks'], '"unit" is "weeks" but must be one of hours, working_days, calendar_days,'],
    ['limits', ['procedure,limit,unit', 'P,3,working_days'], 'procedure "P" is used but never described.'],
  ])('says which row of its %s is wrong', (kind, lines, expected) => {
    write('reference.csv', lines);
    const city = write('city.yml', [...FIVE_LINES, 'reference:', `  ${kind}: reference.csv`]);
    expect(() => readCity(city)).toThrow(expected);
  });

  it('reads limits with their time, dates with other hours and the rules of working time', () => {
    write('procedures.csv', ['code,name_vi,name_en,working_days', 'A,A,A,3', 'B,B,B,', 'C,C,C,0']);
    write('limits.csv', [
      'procedure,channel,limit,unit,valid_from,valid_to',
      'B,online,8,hours,,2026-01-01',
      'B,online,4,hours,2026-01-01,',
    ]);
    write('dates.csv', ['point,day,from,to,note', ',2026-01-05,,,Flood', ',2026-01-06,08:00,09:00,', ',2026-01-06,10:00,11:00,']);
    const city = readCity(
      write('city.yml', [
        ...FIVE_LINES,
        'working_time: { hours_per_working_day: as_open, same_day_until: "14:30" }',
        'reference: { procedures: procedures.csv, limits: limits.csv, opening_dates: dates.csv }',
      ]),
    );
    expect(
      city.limits.map(({ procedureCode, channel, unit, count, validFrom }) => [procedureCode, channel, unit, count, validFrom]),
    ).toEqual([
      ['B', 'online', 'hours', 8, '1970-01-01'],
      ['B', 'online', 'hours', 4, '2026-01-01'],
      ['A', null, 'working_days', 3, '1970-01-01'],
      ['C', null, 'same_day', 0, '1970-01-01'],
    ]);
    expect(city.hoursOnDates.map(({ day, stretches, note }) => [day, stretches.length, note])).toEqual([
      ['2026-01-05', 0, 'Flood'],
      ['2026-01-06', 2, null],
    ]);
    expect(city.workingTime).toEqual({ ...COMMON_RULES, hoursPerWorkingDay: 'as_open', sameDayUntil: '14:30' });
  });

  it('composes names, so that one ward has one spelling', () => {
    write('units.csv', ['code,name', `00235,${'Đống Đa'.normalize('NFD')}`]);
    const city = readCity(write('city.yml', [...FIVE_LINES, 'reference:', '  units: units.csv']));
    expect(city.wards[0]?.name).toBe('Đống Đa'.normalize('NFC'));
  });
});

describe('a city that is applied', () => {
  let records: DataSource;
  let warehouse: Warehouse;

  beforeAll(async () => {
    records = await openRecords('memory');
    warehouse = await openWarehouse('memory');
  }, 60_000);
  afterAll(async () => {
    await warehouse.close();
    await records.destroy();
  });

  const points = [
    'code,name,unit,branch,valid_from,valid_to',
    'P1,One,U1,B1,2025-07-01,2026-01-01',
    'P1,One,U1,B2,2026-01-01,',
    'P2,Two,U2,B1,,',
  ];
  const cityWith = (pointLines: readonly string[]) => {
    write('units.csv', ['code,name,type,column,row,population', 'U1,Một,phường,1,2,1000', 'U2,Hai,xã,3,4,']);
    write('branches.csv', ['code,name', 'B1,Chi nhánh Một', 'B2,Chi nhánh Hai']);
    write('calendar.csv', ['day,kind,note', '2026-01-01,holiday,Tết Dương lịch']);
    write('points.csv', pointLines);
    return readCity(
      write('city.yml', [
        ...FIVE_LINES,
        'reference: {units: units.csv, branches: branches.csv, points: points.csv, calendar: calendar.csv}',
      ]),
    );
  };

  it('is there for SQL to join, one row per stretch of management', async () => {
    await applyCity(cityWith(points), records, warehouse);
    expect(await warehouse.rows(sql`SELECT * FROM service_point ORDER BY point_code, valid_from`)).toEqual([
      { point_code: 'P1', ward_code: 'U1', branch_code: 'B1', valid_from: '2025-07-01', valid_to: '2026-01-01' },
      { point_code: 'P1', ward_code: 'U1', branch_code: 'B2', valid_from: '2026-01-01', valid_to: '2149-06-06' },
      { point_code: 'P2', ward_code: 'U2', branch_code: 'B1', valid_from: '1970-01-01', valid_to: '2149-06-06' },
    ]);
    expect(await warehouse.rows(sql`SELECT day FROM working_day WHERE day >= '2025-12-31' AND day < '2026-01-05' ORDER BY day`)).toEqual([
      { day: '2025-12-31' },
      { day: '2026-01-02' },
    ]);
  });

  it('stays as it was described: applying writes nothing into the description', async () => {
    write('hours.csv', ['point,weekday,from,to', ',1,08:00,11:30']);
    const city = readCity(write('hours.yml', [...FIVE_LINES, 'reference: {opening_hours: hours.csv}']));
    const before = structuredClone(city);
    await applyCity(city, records, warehouse);
    expect(city).toEqual(before);
    await applyCity(cityWith(points), records, warehouse);
  });

  it('is the same after it is applied again', async () => {
    const before = await warehouse.rows(sql`SELECT * FROM service_point ORDER BY ALL`);
    await applyCity(cityWith(points), records, warehouse);
    expect(await warehouse.rows(sql`SELECT * FROM service_point ORDER BY ALL`)).toEqual(before);
    expect((await listPoints(records, '2026-10-31')).map(({ code, branchCode, column }) => [code, branchCode, column])).toEqual([
      ['P1', 'B2', 1],
      ['P2', 'B1', 3],
    ]);
  });

  it('makes a point of a code that only the data names, and keeps it when applied again', async () => {
    await warehouse.insert('rating', [{ rating_id: 'R1', point_code: 'P9', rated_at: '2026-10-01T01:00:00Z' }]);
    expect(await registerUnknownPoints({ records, warehouse })).toEqual(['P9']);
    expect(await registerUnknownPoints({ records, warehouse })).toEqual([]);
    await applyCity(cityWith(points), records, warehouse);
    expect((await listPoints(records, '2026-10-31')).map(({ code, wardCode }) => [code, wardCode])).toEqual([
      ['P1', 'U1'],
      ['P2', 'U2'],
      ['P9', null],
    ]);
  });

  it('forgets a point that neither its files nor the data name', async () => {
    await applyCity(cityWith(points.slice(0, 3)), records, warehouse);
    expect((await listPoints(records, '2026-10-31')).map(({ code }) => code)).toEqual(['P1', 'P9']);
  });
});
