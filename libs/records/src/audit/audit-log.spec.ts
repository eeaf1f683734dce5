import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDataFolder, type DataFolder } from '@evenhand/data-folder';
import type { DataSource } from 'typeorm';
import { openRecords } from '../open-records';
import { auditHash } from './audit-chain';
import { addToAudit, searchAudit, verifyAudit } from './audit-log';

const at = (minute: number): Date => new Date(Date.UTC(2026, 9, 5, 2, minute));
const PAGE = { page: 1, size: 10 };

describe('the audit log', () => {
  let records: DataSource;
  const path = mkdtempSync(join(tmpdir(), 'evenhand-audit-'));
  let folder: DataFolder;
  beforeAll(async () => {
    const empty = await claimDataFolder(join(path, 'empty'), 'a test');
    await (await openRecords({ folder: empty })).destroy();
    await empty.release();
  });
  beforeEach(async () => {
    cpSync(join(path, 'empty'), join(path, 'data'), { recursive: true });
    folder = await claimDataFolder(join(path, 'data'), 'a test');
    records = await openRecords({ folder });
    await addToAudit(records, [
      { at: at(0), who: 'anna', did: 'signed in', requestId: 'r1' },
      { at: at(1), who: 'anna', did: 'GET /api/answer', what: { to: '2026-11-01', metrics: ['tickets'] } },
      { at: at(2), who: 'owner', did: 'PUT /api/standards/:id', before: { minutes: 20 }, after: { minutes: 15 } },
    ]);
  }, 60_000);
  afterEach(async () => {
    await records.destroy();
    await folder.release();
    rmSync(join(path, 'data'), { recursive: true });
  });
  afterAll(() => rmSync(path, { recursive: true }));

  /** Changes a row as somebody would who may do anything in the store. */
  const tampered = async (statement: string): Promise<void> => {
    await records.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
    await records.query(statement);
  };

  it('tells the last first, and what stood before and after', async () => {
    const { entries, total } = await searchAudit(records, {}, PAGE);
    expect(total).toBe(3);
    expect(entries.map(({ id, did }) => [id, did])).toEqual([
      [3, 'PUT /api/standards/:id'],
      [2, 'GET /api/answer'],
      [1, 'signed in'],
    ]);
    expect(entries[0]).toMatchObject({ before: '{"minutes":20}', after: '{"minutes":15}', what: null });
    expect(entries[1]).toMatchObject({ what: '{"metrics":["tickets"],"to":"2026-11-01"}' });
  });

  it('is searched by who, by what and by when', async () => {
    const found = async (search: Parameters<typeof searchAudit>[1]) =>
      (await searchAudit(records, search, PAGE)).entries.map(({ id }) => id);
    expect(await found({ who: 'anna' })).toEqual([2, 1]);
    expect(await found({ did: 'standards' })).toEqual([3]);
    expect(await found({ did: '%' })).toEqual([]);
    expect(await found({ from: at(1), to: at(2) })).toEqual([2]);
  });

  it('[R1] follows from its first entry to its last, and tells the last for safe keeping', async () => {
    const { entries, head, broken } = await verifyAudit(records);
    expect({ entries, id: head?.id, broken }).toEqual({ entries: 3, id: 3, broken: null });
    expect(await verifyAudit(records, head ?? undefined)).toMatchObject({ broken: null });
  });

  it('[R1] lets nobody change, remove or empty it', async () => {
    for (const statement of ["UPDATE audit_entry SET who = 'eve'", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])
      await expect(records.query(statement)).rejects.toThrow('The audit log is only added to');
  });

  it.each([
    ["UPDATE audit_entry SET who = 'eve' WHERE id = 2", { id: 2, why: 'Entry 2 was changed.' }],
    ['DELETE FROM audit_entry WHERE id = 2', { id: 3, why: 'Entry 2 is missing.' }],
    ['DELETE FROM audit_entry WHERE id = 1', { id: 2, why: 'Entry 1 is missing.' }],
  ])('[R1] names the first entry that somebody broke who may do anything: %s', async (statement, broken) => {
    await tampered(statement);
    expect(await verifyAudit(records)).toMatchObject({ broken });
  });

  it('[R1] names an entry that was changed together with its own hash', async () => {
    const [entry] = (await searchAudit(records, { did: 'GET /api/answer' }, PAGE)).entries;
    if (!entry) throw new Error('There is no such entry.');
    const forged = { ...entry, what: null };
    await tampered(`UPDATE audit_entry SET what = NULL, hash = '${auditHash(forged)}' WHERE id = 2`);
    expect(await verifyAudit(records)).toMatchObject({ broken: { id: 3, why: 'Entry 3 does not follow from the one before it.' } });
  });

  it('[R1] shows a cut end to whoever noted the head', async () => {
    const { head } = await verifyAudit(records);
    await tampered('DELETE FROM audit_entry WHERE id = 3');
    expect(await verifyAudit(records)).toMatchObject({ broken: null });
    expect(await verifyAudit(records, head ?? undefined)).toMatchObject({ broken: { id: 3, why: 'The log ends before entry 3.' } });
  });

  it('[R1] has no gap and no fork when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => addToAudit(records, [{ at: at(3), who: `w${index}`, did: 'x' }])));
    expect(await verifyAudit(records)).toMatchObject({ entries: 23, broken: null });
  });
});
