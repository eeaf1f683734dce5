import { sql } from '@evenhand/warehouse';
import { runCommand } from '../cli/run-command';
import { loadSource } from '../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../load/scratch-stores';

const scratch = new Scratch();
const out: string[] = [];
beforeAll(() => {
  jest.spyOn(console, 'log').mockImplementation((line: unknown) => void out.push(String(line)));
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  jest.restoreAllMocks();
  scratch.remove();
});

const verified = async (...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> => {
  out.length = 0;
  return { code: await runCommand(['verify', ...args], scratch.env('planted')), said: out.join('\n') };
};

it('finds a planted difference, a row that is missing and one that nothing was counted for', async () => {
  const source = scratch.source('planted', { ticket: TICKETS });
  const stores = await scratch.open('planted');
  const file = scratch.file('planted.csv', [
    TICKET_HEADER,
    'a,P1,2026-10-05 08:00:00,2026-10-05 08:05:00,served',
    'b,P1,2026-10-05 08:30:00,2026-10-05 08:55:00,served',
    'c,P2,2026-11-02 08:30:00,,waiting',
  ]);
  await loadSource(stores, { source, files: [file] });
  await stores.close();
  expect(await verified()).toEqual({ code: 0, said: 'Every rollup equals the rows it was counted from.' });

  const again = await scratch.open('planted');
  for (const statement of [
    sql`ALTER TABLE ticket_point_day UPDATE long_waits = 2 WHERE point_code = 'P1' SETTINGS mutations_sync = 1`,
    sql`DELETE FROM ticket_stratum WHERE day = '2026-11-02'`,
    sql`INSERT INTO ticket_slot (point_code, day, half_hour, tickets) VALUES ('P3', '2026-10-06', 20, 1)`,
  ])
    await again.warehouse.run(statement);
  await again.close();

  const { code, said } = await verified('--json');
  expect(code).toBe(1);
  const found = JSON.parse(said) as { table: string; row: string; column: string; kept: string; counted: string }[];
  const inTable = (table: string) => found.filter((one) => one.table === table);
  // P1 on 5 October: of 5 and 25 minutes, one wait is long.
  expect(inTable('ticket_point_day')).toEqual([
    { table: 'ticket_point_day', row: 'day=2026-10-05 point_code=P1', column: 'long_waits', kept: '2', counted: '1' },
  ]);
  expect(inTable('ticket_stratum')).toContainEqual({
    table: 'ticket_stratum',
    row: 'day=2026-11-02 point_code=P2 field_code= channel= hour_band=4',
    column: 'tickets',
    kept: '(no row)',
    counted: '1',
  });
  expect(inTable('ticket_slot')).toContainEqual({
    table: 'ticket_slot',
    row: 'day=2026-10-06 point_code=P3 half_hour=20',
    column: 'tickets',
    kept: '1',
    counted: '(no row)',
  });
  expect(new Set(found.map(({ table }) => table))).toEqual(new Set(['ticket_point_day', 'ticket_stratum', 'ticket_slot']));
}, 60_000);
