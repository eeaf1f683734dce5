import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listRuns, pathOfFile } from '@evenhand/records';
import { sql } from '@evenhand/warehouse';
import type { RunSummary } from '../../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../../load/scratch-stores';
import { replayQuarantine } from '../../quarantine/replay';
import type { Stores } from '../../stores';
import { pullSource } from '../pull-source';
import { watchFolders } from './watch-folders';

const scratch = new Scratch();
afterAll(() => scratch.remove());

const line = (id: string, point = 'P1'): string => `${id},${point},2026-10-05 08:00:00,,waiting`;
const csv = (...lines: readonly string[]): string => [TICKET_HEADER, ...lines, ''].join('\n');

/** A source with a drop folder of its own. */
function dropped(name: string, quietSeconds = 0) {
  const drop = join(scratch.path, `drop-${name}`);
  mkdirSync(drop);
  const source = scratch.source(name, { ticket: TICKETS }, [
    'read: { format: CSVWithNames }',
    `from: { kind: folder, path: ${drop}, quiet_seconds: ${quietSeconds} }`,
  ]);
  const put = (file: string, content: string): string => {
    const path = join(drop, file);
    writeFileSync(path, content);
    return path;
  };
  const has = (folder: string): string[] => (existsSync(join(drop, folder)) ? readdirSync(join(drop, folder)).sort() : []);
  const waiting = (): string[] => has('.').filter((file) => !['loading', 'done', 'failed'].includes(file));
  return { drop, source, put, has, waiting };
}

const ticketsOf = async ({ warehouse }: Stores): Promise<string[]> =>
  (await warehouse.rows<{ ticket_id: string }>(sql`SELECT ticket_id FROM ticket ORDER BY ticket_id`)).map(({ ticket_id: id }) => id);

describe('a drop folder', () => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await scratch.open();
  });
  afterAll(() => stores.close());

  const look = (source: string): Promise<readonly RunSummary[]> => pullSource(stores, source);
  const reason = (drop: string, name: string): string => readFileSync(join(drop, 'failed', `${name}.reason.txt`), 'utf8').trim();

  it('loads each file once and moves it to done; a second file of a name gets a number', async () => {
    const { source, put, has, waiting, drop } = dropped('plain');
    put('queue.csv', csv(line('a')));
    const [first] = await look(source);
    expect(first).toMatchObject({ status: 'published', counts: [{ read: 1, loaded: 1 }] });
    expect(await look(source)).toEqual([]);
    put('queue.csv', csv(line('a'), line('b', '')));
    const [second] = await look(source);
    expect(second?.counts).toMatchObject([{ read: 2, loaded: 0, duplicate: 1, quarantined: 1 }]);
    expect([waiting(), has('loading'), has('done'), has('failed')]).toEqual([[], [], ['queue-2.csv', 'queue.csv'], []]);
    // Whoever replays the quarantine finds the very file that the run read.
    const readFrom = join(drop, 'loading/queue.csv');
    expect(second?.files).toEqual([readFrom]);
    expect(await pathOfFile(stores.records, { runId: second?.id ?? 0, readFrom })).toBe(join(drop, 'done/queue-2.csv'));
    expect(await pathOfFile(stores.records, { runId: first?.id ?? 0, readFrom })).toBe(join(drop, 'done/queue.csv'));
  });

  it('keeps a file where quarantine finds it again: what a mended source lets in leaves quarantine', async () => {
    const { source, put, has } = dropped('mended');
    put('queue.csv', csv(line('mended-1'), line('mended-2', '')));
    put('bad.csv', csv(line('mended-3', '')));
    expect((await look(source)).map(({ status }) => status)).toEqual(['failed', 'published']);
    writeFileSync(join(source, 'ticket.sql'), TICKETS.replace('point AS', "if(point = '', 'P9', point) AS"));
    const { runs, withheld } = await replayQuarantine(stores, { source: 'mended' });
    expect([runs.map(({ counts: [count] }) => [count?.read, count?.loaded]), withheld]).toEqual([[[2, 2]], 0]);
    expect([has('done'), has('failed')]).toEqual([['queue.csv'], ['bad.csv', 'bad.csv.reason.txt']]);
  });

  it('[F1][E6] moves what cannot be loaded to failed with a sentence beside it, and loads what stands behind it', async () => {
    const { source, put, has, drop, waiting } = dropped('poison');
    put('1-other.csv', 'colour\nred\n');
    put('2-empty.csv', '');
    put('3-bad.csv', csv(line('x', '')));
    put('4-good.csv', csv(line('poison-good')));
    put('5-week?.csv', csv(line('y')));
    mkdirSync(join(drop, 'a folder.csv'));
    const secret = scratch.file('secret.csv', [TICKET_HEADER, line('secret')]);
    symlinkSync(secret, join(drop, '6-link.csv'));
    expect((await look(source)).map(({ status }) => status)).toEqual(['failed', 'published']);
    expect(has('done')).toEqual(['4-good.csv']);
    expect(has('failed').filter((name) => !name.endsWith('.reason.txt'))).toEqual([
      '1-other.csv',
      '2-empty.csv',
      '3-bad.csv',
      '5-week?.csv',
      '6-link.csv',
    ]);
    expect(reason(drop, '1-other.csv')).toContain('ticket.sql reads the column "id", which');
    expect(reason(drop, '2-empty.csv')).toContain('2-empty.csv is empty.');
    expect(reason(drop, '3-bad.csv')).toMatch(/^No record could be loaded: all 1 went to quarantine\. \(run \d+\)$/);
    expect(reason(drop, '5-week?.csv')).toContain('the characters * ? { } may not stand in it.');
    expect(reason(drop, '6-link.csv')).toBe('6-link.csv is a link; only files are loaded, because a link may lead anywhere.');
    expect([waiting(), existsSync(secret)]).toEqual([['a folder.csv'], true]);
    expect(await ticketsOf(stores)).not.toContain('secret');
  });

  it('takes a file when nothing has changed it for a while, and none that bears an unfinished name', async () => {
    const { source, put, has, waiting } = dropped('slow', 1);
    const path = put('slow.csv', csv(line('slow-1')));
    put('half.csv.part', csv(line('half')));
    put('.hidden.csv', csv(line('hidden')));
    utimesSync(path, 0, 0); // a copy that keeps the time of its original is still being written
    expect(await look(source)).toEqual([]);
    await wait(600);
    appendFileSync(path, `${line('slow-2')}\n`);
    await wait(600);
    expect(await look(source)).toEqual([]);
    await wait(600);
    expect((await look(source)).map(({ counts }) => counts[0]?.read)).toEqual([2]);
    expect([waiting(), has('done')]).toEqual([['.hidden.csv', 'half.csv.part'], ['slow.csv']]);
  });

  it('is refused when done or failed is the folder itself', async () => {
    const { drop } = dropped('tricky');
    const source = scratch.source('tricky', { ticket: TICKETS }, [
      'read: { format: CSVWithNames }',
      `from: { kind: folder, path: ${drop}, done: . }`,
    ]);
    await expect(look(source)).rejects.toThrow('from.done and from.failed must name two folders other than the drop folder itself');
  });

  it('stands in the data folder when the source names none, as the example does', async () => {
    const example = join(__dirname, '../../../sources/queue-drop');
    expect(await look(example)).toEqual([]);
    const dropped = join(stores.folder.path, 'drop/queue-drop');
    cpSync(join(example, 'example.csv'), join(dropped, 'example.csv'));
    expect(await look(example)).toEqual([]);
    await wait(2_100);
    expect(await look(example)).toMatchObject([{ status: 'published', counts: [{ read: 4, loaded: 3, quarantined: 1 }] }]);
    expect(readdirSync(join(dropped, 'done'))).toEqual(['example.csv']);
  });

  it('is looked at as soon as a file is renamed into it, until the watching ends', async () => {
    const { source, put, drop } = dropped('watched');
    const stop = new AbortController();
    const runs: RunSummary[] = [];
    const problems: unknown[] = [];
    const watching = watchFolders(stores, [source], {
      until: stop.signal,
      tell: () => undefined,
      loaded: (run) => void runs.push(run),
      failed: (_, error) => problems.push(error),
    });
    for (const [index, name] of ['first', 'second'].entries()) {
      renameSync(put(`${name}.part`, csv(line(`watched-${name}`))), join(drop, `${name}.csv`));
      for (let tries = 0; runs.length <= index && tries < 200; tries++) await wait(50);
    }
    stop.abort();
    await watching;
    expect([runs.map(({ counts }) => counts[0]?.loaded), problems]).toEqual([[1, 1], []]);
  });
});

const root = join(__dirname, '../../../..');
const built = join(root, 'tmp', `drop-probe-${process.pid}`);

describe('a look that is killed', () => {
  const { drop, source, put } = dropped('killed');
  beforeAll(async () => {
    spawnSync(
      process.execPath,
      [join(root, 'tools/build-node.mjs'), join(root, 'etl/tsconfig.json'), built, join(__dirname, 'drop-probe.ts')],
      { cwd: root },
    );
    put('a.csv', csv(line('k')));
    // An empty data folder that is up to date opens faster than one that is made.
    await (await scratch.open('untouched')).close();
  }, 120_000);
  afterAll(() => rmSync(built, { recursive: true, force: true }));

  const lookAndDie = (data: string, diesAt: number) =>
    spawnSync(process.execPath, [join(built, 'drop-probe.mjs'), source, String(diesAt)], {
      env: { ...process.env, ...scratch.env(data) },
      encoding: 'utf8',
    });

  const fresh = (data: string): string => {
    cpSync(join(scratch.path, 'untouched'), join(scratch.path, data), { recursive: true });
    return data;
  };

  it('loads its file once, at whichever change of a file or of the records it died', async () => {
    const before = join(scratch.path, 'drop-before');
    cpSync(drop, before, { recursive: true });
    const steps = Number(lookAndDie(fresh('alive'), 0).stdout);
    // Noted, moved to the loading, begun, ended, moved to the done.
    expect(steps).toBe(5);
    for (let step = 1; step <= steps; step++) {
      rmSync(drop, { recursive: true });
      cpSync(before, drop, { recursive: true });
      const data = fresh(`killed-${step}`);
      expect([step, lookAndDie(data, step).signal]).toEqual([step, 'SIGKILL']);
      const stores = await scratch.open(data);
      await pullSource(stores, source);
      const runs = (await listRuns(stores.records)).map(({ status }) => status);
      const tickets = await ticketsOf(stores);
      await stores.close();
      const left = ['done', 'failed', 'loading'].map((folder) => readdirSync(join(drop, folder)));
      expect([step, runs, tickets, left]).toEqual([step, ['published'], ['k'], [['a.csv'], [], []]]);
    }
  }, 240_000);
});
