import { join } from 'node:path';
import { periodFromText, periodsOfYear, REPORT_CALENDARS, wholeCity } from '@evenhand/domain';
import { openStores, type Stores } from '@evenhand/etl';
import { ReportII06 } from '@evenhand/metrics';
import { load } from '../product/commands';
import { freshPlace, logsFolder, truthOf } from './public-logs';

interface Truth {
  readonly cases: number;
  readonly n_enddate: number;
  readonly 'received_by_month(local offset)': Readonly<Record<string, number>>;
}

describe('report II.06 of a real log', () => {
  const place = freshPlace('receipt');
  const truth = truthOf<Truth>('receipt');
  let stores: Stores;
  let reports: ReportII06;

  beforeAll(async () => {
    load(place, 'etl/sources/receipt', join(logsFolder(), 'receipt/receipt.csv'));
    stores = await openStores({ EVENHAND_DATA: place.data, EVENHAND_CITY: place.city }, 'a test');
    reports = new ReportII06(stores.warehouse, stores.city.settings);
  });
  afterAll(async () => {
    await stores.close();
    place.remove();
  });

  const city = { attribution: 'reception', units: 'city' } as const;

  it('receives in each calendar month what the log itself counts', async () => {
    for (const [month, received] of Object.entries(truth['received_by_month(local offset)'])) {
      const { total } = await reports.report({ period: periodFromText(month, 'calendar'), ...city }, wholeCity);
      expect([month, total.received_online + total.received_direct]).toEqual([month, received]);
    }
  });

  it('keeps every law in every month, and loses no dossier between two of them', async () => {
    for (const calendar of REPORT_CALENDARS)
      for (const period of periodsOfYear(calendar, 'month', 2011)) {
        const { units } = await reports.report({ period, ...city }, wholeCity);
        expect([period, units.flatMap(({ checks }) => checks.flatMap(({ breaches }) => breaches))]).toEqual([period, []]);
      }
  });

  it('ends with every settled dossier settled once', async () => {
    const years = await Promise.all(
      [2010, 2011, 2012].map((year) => reports.report({ period: periodFromText(String(year), 'calendar'), ...city }, wholeCity)),
    );
    expect(years.reduce((sum, { total }) => sum + total.settled, 0)).toBe(truth.n_enddate);
    expect(years.at(-1)?.total.open).toBe(truth.cases - truth.n_enddate);
  });
});
