import { param, sql } from '@evenhand/warehouse';
import type { Stores } from '../stores';
import { verifyRollups } from '../rollup';
import { loadSource, type RunSummary } from './load-source';
import { Scratch } from './scratch-stores';

const scratch = new Scratch();
let stores: Stores;

beforeAll(async () => {
  stores = await scratch.open();
}, 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

const STAGING = `SELECT id AS ticket_id, point AS point_code, issued AS issued_at, called AS first_called_at, if(id = '', '', 'served') AS outcome,
  told AS told_at, gone AS withdrawn FROM input`;
const HEADER = 'id,point,issued,called,told,gone';
const NOW = new Date('2026-11-01T00:00:00Z');
let files = 0;

/** Loads one file per call; a line is id, minutes waited (empty: not called), hour told (empty: not told) and whether it is gone. */
function ticketsOf(source: string) {
  const folder = scratch.source(source, { ticket: STAGING });
  const lineOf = ([id, wait, told, gone]: readonly string[]): string => {
    const issued = '2026-10-05 08:00:00';
    const called = wait === '' ? '' : `2026-10-05 08:${wait ?? ''}:00`;
    return [id, 'P1', issued, called, told === '' ? '' : `2026-10-06 ${told ?? ''}:00:00`, gone].join(',');
  };
  return {
    tell: (...lines: readonly (readonly string[])[]): Promise<RunSummary> =>
      loadSource(
        stores,
        { source: folder, files: [scratch.file(`${source}-${++files}.csv`, [HEADER, ...lines.map(lineOf)])] },
        undefined,
        NOW,
      ),
    raw: (...lines: readonly string[]): Promise<RunSummary> =>
      loadSource(stores, { source: folder, files: [scratch.file(`${source}-${++files}.csv`, [HEADER, ...lines])] }, undefined, NOW),
    /** Id and minutes waited of each case as it stands. */
    standing: async (): Promise<string[]> => {
      const rows = await stores.warehouse.rows<{ id: string; minutes: number | null }>(
        sql`SELECT ticket_id AS id, intDiv(wait_ms, 60000) AS minutes FROM ticket WHERE source = ${param('String', source)} ORDER BY id`,
      );
      return rows.map(({ id, minutes }) => `${id} ${minutes ?? '-'}`);
    },
    versions: async (): Promise<number> => {
      const [row] = await stores.warehouse.rows<{ n: number }>(
        sql`SELECT count() AS n FROM ticket_version WHERE source = ${param('String', source)}`,
      );
      return row?.n ?? 0;
    },
  };
}

const count = ({ counts: [first] }: RunSummary) => first;

describe('what was told of a case', () => {
  it('stands as it was told last: an older version that comes late undoes nothing', async () => {
    const { tell, standing, versions } = ticketsOf('late');
    await tell(['a', '20', '12', '']);
    expect(count(await tell(['a', '10', '11', '']))).toMatchObject({ loaded: 1, corrected: 0 });
    expect(await standing()).toEqual(['a 20']);
    expect(await versions()).toBe(2);
  });

  it('stands as it was told last within one file, whatever the order of its lines', async () => {
    const { tell, standing } = ticketsOf('lines');
    expect(count(await tell(['a', '30', '13', ''], ['a', '10', '11', ''], ['a', '20', '12', '']))).toMatchObject({
      loaded: 3,
      corrected: 2,
    });
    expect(await standing()).toEqual(['a 30']);
  });

  it('goes back to what it was when the source says when: 5, 10 and again 5 minutes end at 5', async () => {
    const { tell, standing, versions } = ticketsOf('back');
    await tell(['a', '05', '11', '']);
    await tell(['a', '10', '12', '']);
    await tell(['a', '05', '13', '']);
    expect(await standing()).toEqual(['a 5']);
    expect(await versions()).toBe(3);
  });

  it('does not go back when the source does not say when: the old words may be an old file', async () => {
    const { tell, standing } = ticketsOf('forth');
    await tell(['a', '05', '', '']);
    await tell(['a', '10', '', '']);
    expect(count(await tell(['a', '05', '', '']))).toMatchObject({ loaded: 0, duplicate: 1 });
    expect(await standing()).toEqual(['a 10']);
  });

  it('leaves the facts when it is withdrawn, stays among the versions, and returns when it is told again later', async () => {
    const { tell, standing, versions } = ticketsOf('withdrawn');
    await tell(['a', '05', '11', ''], ['b', '06', '11', '']);
    expect(count(await tell(['a', '05', '12', '1']))).toMatchObject({ loaded: 1, corrected: 1 });
    expect(await standing()).toEqual(['b 6']);
    expect(await versions()).toBe(3);
    await tell(['a', '07', '11', '']);
    expect(await standing()).toEqual(['b 6']);
    await tell(['a', '07', '13', '']);
    expect(await standing()).toEqual(['a 7', 'b 6']);
    expect(await versions()).toBe(5);
  });

  it('never stands when it is withdrawn before it is told, and needs no more than its identity for that', async () => {
    const { tell, raw, standing, versions } = ticketsOf('unborn');
    expect(count(await raw('a,,,,2026-10-06 12:00:00,1', ',P1,,,2026-10-06 12:00:00,1'))).toMatchObject({
      read: 2,
      loaded: 1,
      quarantined: 1,
    });
    await tell(['a', '05', '11', ''], ['b', '06', '11', '']);
    expect(await standing()).toEqual(['b 6']);
    expect(await versions()).toBe(3);
  });

  it('is not taken when it was told in the future or at a time that cannot be read', async () => {
    const { raw, standing } = ticketsOf('unreadable');
    const ticket = 'P1,2026-10-05 08:00:00,2026-10-05 08:05:00';
    expect(count(await raw(`a,${ticket},2087-01-01 00:00:00,`, `b,${ticket},yesterday,`, `c,${ticket},,perhaps`))).toMatchObject({
      quarantined: 3,
    });
    expect(await stores.warehouse.rows(sql`SELECT line, reasons FROM quarantine WHERE source = 'unreadable' ORDER BY line`)).toEqual([
      { line: 2, reasons: ['told_at_out_of_range'] },
      { line: 3, reasons: ['told_at_unreadable'] },
      { line: 4, reasons: ['withdrawn_unreadable'] },
    ]);
    expect(await standing()).toEqual([]);
  });

  it('keeps the first due date in whatever order its versions come', async () => {
    const staging = `SELECT id AS dossier_code, 'P1' AS point_code, '2026-10-01 08:00:00' AS received_at, due AS due_at, '2' AS status, told AS told_at FROM input`;
    const lines = [
      'd,2026-10-08 17:00:00,2026-10-01 09:00:00',
      'd,2026-10-20 17:00:00,2026-10-02 09:00:00',
      'd,2026-10-30 17:00:00,2026-10-03 09:00:00',
    ];
    for (const [index, order] of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
    ].entries()) {
      const source = scratch.source(`due-${index}`, { dossier: staging });
      for (const line of order) {
        const file = scratch.file(`due-${index}-${line}.csv`, ['id,due,told', lines[line] ?? '']);
        await loadSource(stores, { source, files: [file] }, undefined, NOW);
      }
      expect(
        await stores.warehouse.rows(sql`SELECT first_due_on, due_on FROM dossier WHERE source = ${param('String', `due-${index}`)}`),
      ).toEqual([{ first_due_on: '2026-10-08', due_on: '2026-10-30' }]);
    }
  });

  it('counts once its run is published', async () => {
    const { tell } = ticketsOf('published');
    const { id, endedAt } = await tell(['a', '05', '11', '']);
    const [row] = await stores.warehouse.rows<{ entity: string; source: string; published_at: string }>(
      sql`SELECT entity, source, published_at FROM publication WHERE run_id = ${param('UInt64', id)}`,
    );
    expect(row).toMatchObject({ entity: 'ticket', source: 'published' });
    expect(Math.abs(Date.parse(row?.published_at ?? '') - Date.parse(endedAt ?? ''))).toBeLessThan(60_000);
  });

  it('adds up to what the rollups say', async () => expect(await verifyRollups(stores.warehouse, stores.city.settings)).toEqual([]));
});

it('counts runs that were published before publications were noted since they ended', async () => {
  const noted = (): Promise<readonly object[]> =>
    stores.warehouse.rows(sql`SELECT run_id, entity, source, toUnixTimestamp(published_at) AS at FROM publication ORDER BY run_id, entity`);
  const before = await noted();
  expect(before.length).toBeGreaterThan(5);
  await stores.warehouse.run(sql`TRUNCATE TABLE publication`);
  await stores.close();
  stores = await scratch.open();
  expect((await noted()).map((row) => ({ ...row, at: 0 }))).toEqual(before.map((row) => ({ ...row, at: 0 })));
}, 60_000);
