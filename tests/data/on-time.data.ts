import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CitySettings, wholeCity } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { openWarehouse, type Warehouse } from '@evenhand/warehouse';
import { parse } from 'csv-parse/sync';
import { logsFolder } from './public-logs';

interface ServiceRequest {
  readonly case_enquiry_id: string;
  readonly open_dt: string;
  readonly target_dt: string;
  readonly closed_dt: string;
  readonly ontime: 'ONTIME' | 'OVERDUE';
}

const REQUESTS = parse(readFileSync(join(logsFolder(), 'known-answers/on-time/boston311-100.csv'), 'utf8'), {
  columns: true,
  bom: true,
}) as ServiceRequest[];

// The city writes its own time of day; in one zone for all of it no instant or day is moved.
const city: CitySettings = {
  name: { vi: 'Một trăm yêu cầu', en: 'A hundred requests' },
  zone: 'UTC',
  languages: ['vi', 'en'],
  isSimulated: false,
  longWaitMinutes: 20,
};

const orNull = (text: string): string | null => (text === '' ? null : text);
const dayOf = (text: string): string | null => (text === '' ? null : text.slice(0, 10));
const row = ({ case_enquiry_id, open_dt, target_dt, closed_dt }: ServiceRequest, index: number): object => ({
  ...{ source: 'requests', dossier_code: case_enquiry_id, point_code: 'P1', status: closed_dt === '' ? 4 : 9, key_hash: index },
  ...{ received_at: open_dt, received_on: dayOf(open_dt), finished_at: orNull(closed_dt), finished_on: dayOf(closed_dt) },
  ...{ due_at: orNull(target_dt), due_on: dayOf(target_dt), first_due_at: orNull(target_dt), first_due_on: dayOf(target_dt) },
});

const WHOLE = { from: '2022-01-01', to: '2022-07-01', where: [] } as const;

let warehouse: Warehouse;
let answers: MetricAnswers;
beforeAll(async () => {
  warehouse = await openWarehouse('memory');
  answers = new MetricAnswers(warehouse, city);
  await warehouse.insert('dossier', REQUESTS.map(row));
  const told = { source: 'requests', run_id: 1, latest_at: '2022-07-01 00:00:00', published_at: '2022-07-01 00:00:00' };
  await warehouse.insert('known_until', [{ ...told, entity: 'dossier' }]);
});
afterAll(() => warehouse.close());

const ask = async (metric: string) => {
  const { rows } = await answers.answer({ metrics: [metric], by: [], ...WHOLE, exact: true }, wholeCity);
  return rows[0]?.values[metric];
};
const codesBehind = async (metric: string, part: 'n' | 'cases'): Promise<readonly string[]> => {
  const { rows } = await answers.rows({ metric, part, ...WHOLE, page: 1, size: 100 }, wholeCity);
  return rows.map((one) => String(one['dossier_code'])).sort();
};
const flagged = (flag: ServiceRequest['ontime'], isWanted: (request: ServiceRequest) => boolean): readonly string[] =>
  REQUESTS.filter((request) => request.ontime === flag && isWanted(request))
    .map(({ case_enquiry_id }) => case_enquiry_id)
    .sort();

describe('a hundred requests that a city called on time or overdue itself', () => {
  it('are, where they are closed, late by the instant as the city says: 5 of 77', async () => {
    expect(await ask('settled_on_time_rate_instant')).toMatchObject({ n: 77, cases: 72 });
    expect(await codesBehind('settled_on_time_rate_instant', 'cases')).toEqual(flagged('ONTIME', ({ target_dt }) => target_dt !== ''));
  });

  it('are, where they are open, overdue as the city says: 12', async () => {
    expect(await ask('dossiers_overdue')).toMatchObject({ value: 12 });
    expect(await codesBehind('dossiers_overdue', 'n')).toEqual(flagged('OVERDUE', ({ closed_dt }) => closed_dt === ''));
  });

  it('are by the day, as the law counts, on time once more: the one that was closed an hour late on its day', async () => {
    expect(await ask('on_time_rate')).toMatchObject({ n: 89, cases: 73 });
    const byDay = await codesBehind('on_time_rate', 'cases');
    expect(byDay.filter((code) => !flagged('ONTIME', () => true).includes(code))).toEqual(['101004113717']);
  });
});
