import { city } from './testing/city';
import { tablesUnder } from './facts/tables-under';
import { metricNamed } from './registry/registry';
import { instantFor, resolveAsOf } from './resolve-as-of';
import { TestWarehouse } from './testing/test-warehouse';

describe('the moment that a question asks about', () => {
  let test: TestWarehouse;
  beforeAll(async () => {
    test = await TestWarehouse.open();
    await test.warehouse.insert('publication', [
      { run_id: 1, entity: 'ticket', source: 'queue', published_at: '2026-03-02T03:00:00Z' },
      { run_id: 2, entity: 'rating', source: 'kiosks', published_at: '2026-03-05T03:00:00Z' },
      { run_id: 3, entity: 'dossier_event', source: 'national', published_at: '2026-03-05T03:00:00Z' },
    ]);
  });
  afterAll(() => test.close());

  const resolved = (text: string) => resolveAsOf({ warehouse: test.warehouse, city }, text);

  it('is the end of a day of the city, or an instant as it is written', async () => {
    expect(await resolved('2026-03-04')).toEqual({ at: '2026-03-04T16:59:59.999Z', news: ['dossier_event', 'rating'] });
    expect(await resolved('2026-03-02T10:30:00+07:00')).toEqual({ at: '2026-03-02T03:30:00.000Z', news: ['dossier_event', 'rating'] });
    expect(await resolved('2026-03-05T03:00:00Z')).toMatchObject({ news: [] });
  });

  it('matters where something was published since of what is asked about', async () => {
    const instant = await resolved('2026-03-04');
    const of = (metric: string) => instantFor(instant, tablesUnder([metricNamed(metric).computation]));
    expect([of('long_wait_rate'), of('workload_share')]).toEqual([undefined, undefined]);
    // A step of a dossier is news of the dossier.
    expect([of('satisfaction_rate'), of('on_time_rate')]).toEqual([instant.at, instant.at]);
    // Tickets with what their holders said follow from both.
    expect(of('response_rate')).toBe(instant.at);
  });

  it.each(['2999-01-01', '2150-01-01', '9999-12-31', '2999-01-01T00:00:00Z'])('%s is still to come', async (text) =>
    expect(resolved(text)).rejects.toThrow(`"${text}" is still to come; leave asOf out for what is known at present.`),
  );

  it.each(['1969-12-31', '0001-01-01'])('%s lies before whatever can have been published', async (text) =>
    expect(await resolved(text)).toMatchObject({ at: '1970-01-01T00:00:00.000Z', news: ['dossier_event', 'rating', 'ticket'] }),
  );

  it.each(['2026-02-30', 'yesterday', '2026-03-04T10:00:00', ''])('%j is no instant', async (text) =>
    expect(resolved(text)).rejects.toThrow('is no instant; write it with its zone'),
  );
});
