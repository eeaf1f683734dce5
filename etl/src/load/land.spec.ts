import { join } from 'node:path';
import { openWarehouse, param, sql, type Warehouse } from '@evenhand/warehouse';
import { NO_PLACES } from '../contract/places';
import { PseudonymKey } from '../privacy/pseudonym';
import { inputOf } from '../source/input';
import { bindStaging } from '../source/staging';
import { readSourceFolder } from '../source/source-folder';
import { land, landingOf } from './land';
import { Scratch } from './scratch-stores';
import { createLandingTables, dropWorkTables, workTable } from './work-tables';

const scratch = new Scratch();
const STAFF = ['Nguyễn Văn Hòa', 'nguyễn  văn hoà', 'NV-00004', ' NV-00004', '', 'staff_0123456789abcdef01234567'];
const key = new PseudonymKey('a'.repeat(64));
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse('memory');
});
afterAll(async () => {
  await warehouse.close();
  scratch.remove();
});

/** Lands a file and gives whom each of its tickets names, and what is listed of staff. */
async function landed(runId: number, isLong: boolean) {
  const staging = `SELECT id AS ticket_id, 'P1' AS point_code, '2026-10-05 08:00:00' AS issued_at, 'served' AS outcome, who AS agent FROM input`;
  const source = readSourceFolder(scratch.source(`staff-${runId}`, { ticket: staging }));
  const path = scratch.file(`staff-${runId}.csv`, ['id,who', ...STAFF.map((name, index) => `${index},"${name}"`)]);
  const input = await inputOf(warehouse, { path }, source.settings);
  const bound = await bindStaging(warehouse, { folder: join(scratch.path, 'sources'), entity: 'ticket', text: staging, path, input });
  const place = { cityZone: 'UTC', places: NO_PLACES, pseudonyms: key, now: new Date('2026-11-01T00:00:00Z'), runId };
  const work = { runId, entity: 'ticket', source: source.settings.name } as const;
  await createLandingTables(warehouse, work);
  await land(warehouse, work, landingOf(source, 'ticket', { ...bound, settings: input.settings, file: 'staff.csv', isLong }, place), path);
  const rows = await warehouse.rows<{ agent: string }>(sql`SELECT agent FROM ${workTable(work, 'batch')} ORDER BY toUInt8(ticket_id)`);
  const listed = isLong
    ? await warehouse.rows<{ pseudonym: string }>(sql`
    SELECT joinGet(${param('String', workTable(work, 'staff').render().text)}, 'pseudonym', sipHash128(trimBoth(arrayJoin(${param('Array(String)', STAFF)})))) AS pseudonym`)
    : [];
  await dropWorkTables(warehouse, (id) => id === runId);
  return { agents: rows.map(({ agent }) => agent), listed: listed.map(({ pseudonym }) => pseudonym) };
}

it('names staff the same whether pseudonyms were listed before or not', async () => {
  const expected = STAFF.map((name) => key.of('staff', name));
  expect((await landed(1, false)).agents).toEqual(expected);
  const long = await landed(2, true);
  expect(long.agents).toEqual(expected);
  expect(long.listed).toEqual(expected);
});
