import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wholeCity } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { addToAudit, secretFor, verifyAudit } from '@evenhand/records';
import { restore as restoreCommand } from '../cli/restore';
import { Typed } from '../cli/typed';
import { loadSource } from '../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../load/scratch-stores';
import { openStores, type Stores } from '../stores';
import { backUp } from './back-up';
import { faultOf, MANIFEST, readManifest } from './manifest';
import { restore } from './restore';

const METRICS = ['tickets', 'tickets_served', 'wait_p90', 'wait_median', 'long_wait_rate', 'abandonment_rate'];
const AT = new Date('2026-03-02T00:00:00Z');

const scratch = new Scratch();
const backup = join(scratch.path, 'backup');
const landed = join('landing', 'desk', '1.json');

const answersOf = async ({ warehouse, city }: Stores) => {
  const answers = new MetricAnswers(warehouse, city.settings);
  const asked = { metrics: METRICS, by: ['point'], from: '2026-03-01', to: '2026-04-01', where: [], exact: true } as const;
  return (await answers.answer(asked, wholeCity)).rows;
};

const tickets = (): string[] =>
  Array.from({ length: 40 }, (_, n) => {
    const minute = String(n).padStart(2, '0');
    return [`T${n}`, n % 2 ? 'P1' : 'P2', `2026-03-02 08:${minute}:00`, `2026-03-02 09:${minute}:00`, 'served'].join(',');
  });

/** What a store answers, and how it proves who it is. */
const portraitOf = async (stores: Stores) => ({
  answers: await answersOf(stores),
  audit: await verifyAudit(stores.records),
  pseudonym: stores.pseudonyms.of('staff', 'A1'),
});

describe('a backup', () => {
  let before: Awaited<ReturnType<typeof portraitOf>>;

  beforeAll(async () => {
    const stores = await scratch.open();
    const source = scratch.source('desk', { ticket: TICKETS });
    await loadSource(stores, { source, files: [scratch.file('march.csv', [TICKET_HEADER, ...tickets()])] });
    await addToAudit(
      stores.records,
      ['sign-in', 'export'].map((did) => ({ at: AT, who: 'somebody', did })),
    );
    mkdirSync(join(stores.folder.path, 'landing', 'desk'), { recursive: true });
    writeFileSync(join(stores.folder.path, landed), '[]');
    before = await portraitOf(stores);
    await backUp(stores, backup, AT);
    await expect(backUp(stores, backup)).rejects.toThrow('is not empty; name a folder that does not exist yet.');
    await expect(backUp(stores, join(stores.folder.path, 'backup'))).rejects.toThrow('lies in the data folder');
    await stores.close();
  });
  afterAll(() => scratch.remove());

  it('[R6] restored into an empty folder gives the same answers, the same audit log and the same pseudonyms', async () => {
    const { auditEntries } = await restore(backup, join(scratch.path, 'restored'));
    const stores = await openStores(scratch.env('restored'), 'a test');
    const after = await portraitOf(stores);
    const key = await secretFor(stores.records, 'pseudonym');
    await stores.close();
    expect(before.answers).toHaveLength(2);
    expect(after).toEqual(before);
    expect(auditEntries).toBe(2);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(join(scratch.path, 'restored', landed), 'utf8')).toBe('[]');
  });

  it('is readable by its user only, and says what it holds', async () => {
    const manifest = await readManifest(backup);
    expect(manifest).toMatchObject({ product: 'evenhand', madeAt: AT.toISOString(), city: 'Test', audit: { id: 2 } });
    expect(manifest.rows['ticket']).toBe(40);
    expect(statSync(backup).mode & 0o777).toBe(0o700);
    for (const name of [MANIFEST, join('facts', '.backup'), 'records.tar.gz'])
      expect(statSync(join(backup, name)).mode & 0o777).toBe(0o600);
    expect(await faultOf(backup, manifest)).toBeNull();
  });

  it('is restored into an empty folder only', async () => {
    await expect(restore(backup, join(scratch.path, 'data'))).rejects.toThrow('is not empty; a backup is restored into an empty');
  });

  it.each([
    ['has no manifest', () => rmSync(join(backup, MANIFEST)), 'is no complete backup: it has no manifest.json.'],
    ['has a foreign file', () => writeFileSync(join(backup, 'x'), ''), 'x does not belong to the backup.'],
    ['has a longer file', () => appendFileSync(join(backup, 'facts', '.backup'), 'x'), 'facts/.backup has '],
    ['has a changed file', () => writeFileSync(join(backup, landed), '{}'), `${landed} was changed since it was written`],
    ['misses a file', () => rmSync(join(backup, 'records.tar.gz')), 'records.tar.gz is missing in the backup.'],
  ])('that %s is refused in one sentence and leaves nothing behind', async (_, spoil, sentence) => {
    const kept = readdirSync(backup, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path, readFileSync(path)] as const);
    spoil();
    const refused = restore(backup, join(scratch.path, 'spoiled'));
    await expect(refused).rejects.toThrow(sentence);
    rmSync(backup, { recursive: true });
    for (const [path, bytes] of kept) {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, bytes);
    }
  });

  it('of a newer version of the product is refused', async () => {
    const manifest = await readManifest(backup);
    const newer = { ...manifest, migrations: { ...manifest.migrations, facts: ['9999_unheard_of'] } };
    expect(await faultOf(backup, newer)).toContain('made by a newer version of this product');
  });

  it('that fails half-way leaves no folder that looks like one', async () => {
    const stores = await scratch.open('failing');
    await stores.records.query('DROP TABLE audit_entry CASCADE');
    const folder = join(scratch.path, 'half');
    await expect(backUp(stores, folder)).rejects.toThrow();
    await stores.close();
    expect(readdirSync(scratch.path)).not.toContain('half');
  });

  it('of stores on servers is left to the tools of the servers', async () => {
    const terminal = { out: () => undefined, err: () => undefined, progress: () => undefined };
    const typed = Typed.from([backup], {}, scratch.path);
    const env = { ...scratch.env('elsewhere'), DATABASE_URL: 'postgres://127.0.0.1/evenhand' };
    await expect(restoreCommand.instead?.({ env, typed, terminal })).rejects.toThrow(
      'use RESTORE of ClickHouse and pg_restore of PostgreSQL',
    );
  });
});
