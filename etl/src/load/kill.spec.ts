import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { listRuns } from '@evenhand/records';
import type { Stores } from '../stores';
import { copyOf, dump, type Dump, type Killed, KillProbe } from './killed-stores';
import { loadSource } from './load-source';
import { Scratch } from './scratch-stores';

const scratch = new Scratch();
let probe: KillProbe;
const source = scratch.source('killed', {
  ticket: `SELECT id AS ticket_id, point AS point_code, issued AS issued_at, called AS first_called_at, outcome, gone AS withdrawn FROM input`,
});
const HEADER = 'id,point,issued,called,outcome,gone';
const known = scratch.file('known.csv', [
  HEADER,
  'a,P1,2026-07-05 08:00:00,2026-07-05 08:05:00,served,',
  'b,P1,2026-07-06 08:00:00,,waiting,',
  'c,P1,2026-08-06 08:00:00,,waiting,',
  'g,P1,2026-08-07 08:00:00,,waiting,',
]);
// A correction, a duplicate, a case that moves to another month, one in a month of its own, one withdrawn, and a bad record.
const next = scratch.file('next.csv', [
  HEADER,
  'a,P1,2026-07-05 08:00:00,2026-07-05 08:25:00,served,',
  'c,P1,2026-08-06 08:00:00,,waiting,',
  'b,P1,2026-08-06 08:00:00,,waiting,',
  'd,P2,2026-09-06 08:00:00,,waiting,',
  'g,P1,2026-08-07 08:00:00,,waiting,1',
  'e,P1,never,,waiting,',
]);

/** What is left is the same tables as before the load, whichever statement it died at; loading them again is tried for some. */
const RELOAD_EVERY = 8;

/** What a statement that writes nothing leaves is what stood before it. */
const writes = (statement: string): boolean => !/^(SYSTEM|START TRANSACTION)/.test(statement);

describe('a load that is killed', () => {
  let before: Dump;
  let after: Dump;
  let copies: readonly Killed[];

  /** Holds that stores opened again are as before the load or as after it; loading again then ends as it had ended. */
  async function recovered(stores: Stores, statement: string, isLoadedAgain: boolean): Promise<string> {
    const run = (await listRuns(stores.records)).find(({ files }) => files.includes(next));
    const status = run?.status ?? 'never began';
    expect([statement, await dump(stores)]).toEqual([statement, status === 'published' ? after : before]);
    if (status === 'failed') expect(run?.message).toBe('The load was interrupted before it published anything; load the files again.');
    if (status === 'published' || !isLoadedAgain) return status;
    await loadSource(stores, { source, files: [next] });
    expect([statement, await dump(stores)]).toEqual([statement, after]);
    return status;
  }

  beforeAll(async () => {
    probe = new KillProbe(scratch);
    const stores = await scratch.open('before');
    await loadSource(stores, { source, files: [known] });
    before = await dump(stores);
    await stores.close();
    copies = await probe.copies(copyOf(scratch, 'before', 'probed'), ['load', source, next], writes);
    const undisturbed = await scratch.open('probed');
    after = await dump(undisturbed);
    await undisturbed.close();
  }, 600_000);
  afterAll(() => {
    probe.remove();
    scratch.remove();
  });

  it('[E3] leaves everything as it was, or finishes when it had begun to publish, between whichever two statements it died', async () => {
    const ends: string[] = [];
    for (const [index, { statement, data }] of copies.entries()) {
      const stores = await scratch.open(data);
      try {
        ends.push(await recovered(stores, statement, index % RELOAD_EVERY === 0));
      } finally {
        await stores.close();
        rmSync(join(scratch.path, data), { recursive: true });
      }
    }
    expect([...new Set(ends)]).toEqual(['never began', 'failed', 'published']);
    expect(copies.length).toBeGreaterThan(40);
  }, 900_000);
});
