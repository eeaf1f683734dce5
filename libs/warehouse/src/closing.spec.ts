import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { claimDataFolder } from '@evenhand/data-folder';
import { sql } from './sql';
import { openWarehouse } from './warehouse';

describe('a warehouse that is closed', () => {
  const path = mkdtempSync(join(tmpdir(), 'evenhand-closing-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));

  it('lets go of its folder although a statement was running that nobody waited for', async () => {
    const [one, other] = [await claimDataFolder(join(path, 'one'), 'a test'), await claimDataFolder(join(path, 'other'), 'a test')];
    const closed = await openWarehouse({ folder: one });
    const running = closed.rows(sql`SELECT sleepEachRow(0.5) FROM numbers(3)`).catch(() => []);
    await wait(300);
    await closed.close();
    // An engine has one folder at a time: this is refused while the first is held.
    const next = await openWarehouse({ folder: other });
    expect(await next.rows(sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
    await running;
    await next.close();
    await Promise.all([one.release(), other.release()]);
  }, 60_000);
});
