import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from '@evenhand/warehouse';
import { copyOf, dump, type Dump, type Killed, KillProbe } from '../load/killed-stores';
import { loadSource } from '../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../load/scratch-stores';
import type { Stores } from '../stores';
import { replayQuarantine } from './replay';

const scratch = new Scratch();
let probe: KillProbe;

/** The kiosk writes "done" where the first mapping knew only "served". */
const MAPPED = TICKETS.replace('outcome FROM', "if(outcome = 'done', 'served', outcome) AS outcome FROM");
const source = scratch.source('kiosk', { ticket: TICKETS });
const LINES = [
  'a,P1,2026-07-05 08:00:00,,served',
  'b,P1,2026-07-05 08:01:00,2026-07-05 08:30:00,done',
  'c,P2,2026-08-05 08:01:00,,done',
  'd,P1,never,,done',
];
const file = scratch.file('kiosk.csv', [TICKET_HEADER, ...LINES]);
const REPLAY_EVERY = 4;

/** What changes what stays: the run, facts, one rollup for all of them, quarantine, and that the run counts. */
const LASTING =
  /^(UPDATE "pipeline_run"|ALTER TABLE (ticket|ticket_version|ticket_stratum|quarantine) |INSERT INTO (known_until|publication) )/;
/** Tables beside those go when the stores are opened again, so a few of their many statements stand for all. */
const OTHERS_EVERY = 40;

/** The lines of the file by where they stand. */
async function whereTheyStand({ warehouse }: Stores): Promise<readonly string[]> {
  const rows = await warehouse.rows<{ stands: string }>(sql`
    SELECT concat(toString(line), ' ', place) AS stands FROM (
      SELECT line, 'ticket' AS place FROM ticket UNION ALL SELECT line, 'quarantine' FROM quarantine) ORDER BY stands`);
  return rows.map(({ stands }) => stands);
}

const BEFORE = ['2 ticket', '3 quarantine', '4 quarantine', '5 quarantine'];
const AFTER = ['2 ticket', '3 ticket', '4 ticket', '5 quarantine'];

describe('a replay that is killed', () => {
  let after: Dump;
  let copies: readonly Killed[];

  beforeAll(async () => {
    probe = new KillProbe(scratch);
    const stores = await scratch.open('before');
    await loadSource(stores, { source, files: [file] });
    expect(await whereTheyStand(stores)).toEqual(BEFORE);
    await stores.close();
    writeFileSync(join(source, 'ticket.sql'), MAPPED);
    let others = 0;
    copies = await probe.copies(
      copyOf(scratch, 'before', 'probed'),
      ['replay', 'kiosk'],
      (statement) => LASTING.test(statement) || others++ % OTHERS_EVERY === 0,
    );
    const undisturbed = await scratch.open('probed');
    after = await dump(undisturbed);
    expect(await whereTheyStand(undisturbed)).toEqual(AFTER);
    await undisturbed.close();
  }, 300_000);
  afterAll(() => {
    probe.remove();
    scratch.remove();
  });

  it('[E3] leaves every record in one place, in quarantine or among the facts; replaying again ends as it had ended', async () => {
    const seen = new Set<string>();
    for (const [index, { statement, data }] of copies.entries()) {
      const stores = await scratch.open(data);
      try {
        const places = await whereTheyStand(stores);
        seen.add(places.join());
        const isOver = places.join() === AFTER.join();
        expect([statement, places]).toEqual([statement, isOver ? AFTER : BEFORE]);
        if (!isOver && index % REPLAY_EVERY === 0) await replayQuarantine(stores, { source: 'kiosk' });
        if (isOver || index % REPLAY_EVERY === 0) expect([statement, await dump(stores)]).toEqual([statement, after]);
      } finally {
        await stores.close();
        rmSync(join(scratch.path, data), { recursive: true });
      }
    }
    expect([seen.size, copies.length > 10]).toEqual([2, true]);
  }, 300_000);
});
