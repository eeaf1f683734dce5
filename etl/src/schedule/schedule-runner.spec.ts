import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listRuns, type Run } from '@evenhand/records';
import { Scratch, TICKET_HEADER, TICKETS } from '../load/scratch-stores';
import type { Stores } from '../stores';
import { startSchedules } from './schedule-runner';

const scratch = new Scratch();
const drop = join(scratch.path, 'dropped');
let stores: Stores;
const problems: unknown[] = [];

beforeAll(async () => {
  mkdirSync(drop);
  const source = scratch.source('counter', { ticket: TICKETS }, [
    'read: { format: CSVWithNames }',
    `from: { kind: folder, path: ${drop}, quiet_seconds: 0 }`,
  ]);
  const opened = await scratch.open();
  // Its slot came at midnight and comes again in a day: what is loaded until then, the watching loaded.
  const sources = [{ folder: source, schedule: { every_minutes: 1440 } }];
  stores = { ...opened, city: { ...opened.city, sources } };
});
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

/** Renames a file into the drop folder and waits until it was loaded. */
async function bring(name: string, line: string): Promise<Run | undefined> {
  const before = (await listRuns(stores.records)).length;
  writeFileSync(join(drop, `${name}.part`), `${TICKET_HEADER}\n${line}\n`);
  renameSync(join(drop, `${name}.part`), join(drop, `${name}.csv`));
  for (let tries = 0; tries < 400 && !readdirSync(join(drop, 'done')).includes(`${name}.csv`); tries++) await wait(25);
  const [run, ...others] = await listRuns(stores.records);
  expect(others).toHaveLength(before);
  return run;
}

describe('schedules that run', () => {
  it('load what comes into a drop folder without waiting for its slot, until they are stopped', async () => {
    mkdirSync(join(drop, 'done'), { recursive: true });
    const runner = startSchedules(stores, { tell: () => undefined, failed: (_, error) => problems.push(error) });
    expect((await bring('first', 'a,P1,2026-10-05 08:00:00,,waiting'))?.counts).toMatchObject([{ read: 1, loaded: 1 }]);
    expect((await bring('second', 'b,P1,2026-10-05 08:05:00,,waiting'))?.counts).toMatchObject([{ read: 1, loaded: 1 }]);
    await runner.stop();
    writeFileSync(join(drop, 'third.csv'), `${TICKET_HEADER}\nc,P1,2026-10-05 08:10:00,,waiting\n`);
    await wait(1_200);
    expect([await listRuns(stores.records), problems]).toMatchObject([{ length: 2 }, []]);
  });
});
