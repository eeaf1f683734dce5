import { identifier, sql, trusted } from '@evenhand/warehouse';
import { loadSource } from '../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../load/scratch-stores';
import type { Stores } from '../stores';
import { dropRollupWork, prepareRollups } from '.';

const scratch = new Scratch();
const source = scratch.source('slices', { ticket: TICKETS });
let stores: Stores;

const load = (name: string, ...lines: readonly string[]) =>
  loadSource(stores, { source, files: [scratch.file(`${name}.csv`, [TICKET_HEADER, ...lines])] });

/** A mark that goes when a day is counted anew. */
const markAll = () => stores.warehouse.run(trusted('ALTER TABLE ticket_slot UPDATE void_tickets = 99 WHERE 1 SETTINGS mutations_sync = 1'));
const marked = async (): Promise<string[]> => {
  const rows = await stores.warehouse.rows<{ day: string }>(sql`SELECT DISTINCT day FROM ticket_slot WHERE void_tickets = 99 ORDER BY day`);
  return rows.map(({ day }) => day);
};

beforeAll(async () => {
  stores = await scratch.open('slices');
  await load(
    'first',
    'a,P1,2026-09-01 08:00:00,,waiting',
    'b,P1,2026-10-05 08:00:00,2026-10-05 08:05:00,served',
    'c,P1,2026-10-06 08:00:00,2026-10-06 08:05:00,served',
    'd,P1,2026-10-06 16:00:00,,waiting',
  );
}, 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

it('counts anew the days of the rows that come and go, and those of people whose wait the load makes longer', async () => {
  await load('other', 'e,P1,2026-10-07 08:00:00,2026-10-07 08:05:00,served');
  await markAll();
  // b moves from 5 to 8 October; a has waited for weeks and d for a day, so nothing changes for them.
  await load('moved', 'b,P1,2026-10-08 08:00:00,2026-10-08 08:05:00,served');
  expect(await marked()).toEqual(['2026-09-01', '2026-10-06', '2026-10-07']);
});

it('gives the same statements when it is asked again, and they may be run again', async () => {
  const { warehouse, city } = stores;
  const coming = {
    runId: 77,
    entity: 'ticket',
    source: 'slices',
    knownUntil: null,
    months: [202610],
    relation: () => sql`(SELECT * FROM ticket WHERE toYYYYMM(issued_on) = 202610)`,
    changes: identifier('ticket'),
    settings: city.settings,
  } as const;
  const first = await prepareRollups(warehouse, coming);
  for (const swap of first) await warehouse.run(swap);
  const again = await prepareRollups(warehouse, coming);
  expect(again).toEqual(first);
  for (const swap of again) await warehouse.run(swap);
  expect(await marked()).toEqual([]);
  expect(await warehouse.rows(sql`SELECT count() AS n, sum(tickets) AS tickets FROM ticket_point_day`)).toEqual([{ n: 4, tickets: 5 }]);
  await dropRollupWork(warehouse, (runId) => runId === 77);
  expect(
    await warehouse.rows(sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'rollup_77')`),
  ).toEqual([]);
});
