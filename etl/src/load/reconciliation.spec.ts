import { sql } from '@evenhand/warehouse';
import fc from 'fast-check';
import { verifyRollups } from '../rollup';
import type { Stores } from '../stores';
import { loadSource } from './load-source';
import { Scratch, TICKET_HEADER, TICKETS } from './scratch-stores';

const scratch = new Scratch();
let stores: Stores;

beforeAll(async () => {
  stores = await scratch.open();
}, 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

const two = (value: number): string => String(value).padStart(2, '0');
const instant = fc
  .record({ month: fc.integer({ min: 7, max: 10 }), day: fc.integer({ min: 1, max: 28 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ month, day, minute }) => `2026-${two(month)}-${two(day)} 08:${two(minute)}:00`);
const garbage = fc.constantFrom('', 'x', '12', '2026-02-30 08:00:00', '0000-00-00 00:00:00', '"', '\u00e1', 'P1,P2');

/** Few ids, so that cases repeat and are told differently; any field may be garbage. */
const record = fc
  .record({
    id: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 12 }).map(String) }, { weight: 1, arbitrary: garbage }),
    point: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('P1', 'P2') }, { weight: 1, arbitrary: garbage }),
    issued: fc.oneof({ weight: 9, arbitrary: instant }, { weight: 1, arbitrary: garbage }),
    called: fc.oneof({ weight: 9, arbitrary: fc.oneof(instant, fc.constant('')) }, { weight: 1, arbitrary: garbage }),
    outcome: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('served', 'waiting', 'abandoned', 'void') },
      { weight: 1, arbitrary: garbage },
    ),
  })
  .map((fields) => Object.values(fields));
const csv = (fields: readonly string[]): string =>
  fields.map((field) => (field === 'P1,P2' ? field : `"${field.replaceAll('"', '""')}"`)).join(',');

it('[E2] accounts for every record: read = loaded + duplicate + quarantined, one current row a case, rollups equal to the raw rows', async () => {
  let name = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(record, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 3 }), async (loads) => {
      const source = scratch.source(`garbage-${++name}`, { ticket: TICKETS });
      for (const [index, records] of loads.entries()) {
        const file = scratch.file(`garbage-${name}-${index}.csv`, [TICKET_HEADER, ...records.map(csv)]);
        const summary = await loadSource(stores, { source, files: [file] });
        const [count] = summary.counts;
        expect(count?.read).toBe(records.length);
        expect(count?.read).toBe((count?.loaded ?? 0) + (count?.duplicate ?? 0) + (count?.quarantined ?? 0));
        const [stored] = await stores.warehouse.rows(sql`
          SELECT (SELECT count() = uniqExact(key_hash) FROM ticket) AS one_each,
            (SELECT uniqExact(key_hash) FROM ticket) = (SELECT uniqExact(key_hash) FROM ticket_version) AS all_cases,
            (SELECT count() = uniqExact(key_hash, row_hash) FROM ticket_version) AS distinct_versions`);
        expect(stored).toMatchObject({ one_each: 1, all_cases: 1, distinct_versions: 1 });
      }
      expect(await verifyRollups(stores.warehouse, stores.city.settings)).toEqual([]);
    }),
    { numRuns: 12, seed: 20_261_005 },
  );
}, 180_000);
