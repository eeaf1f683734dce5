import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDataFolder } from './data-folder';
import { ownerOf } from './owner';

const fresh = (): string => mkdtempSync(join(tmpdir(), 'evenhand-folder-'));

describe('a data folder', () => {
  const path = fresh();
  afterAll(() => rmSync(path, { recursive: true }));

  it('has one owner at a time, and names it to the second', async () => {
    const first = await claimDataFolder(path, 'the Evenhand server');
    await expect(claimDataFolder(path, 'a load')).rejects.toThrow(
      `The data folder ${first.path} is in use by the Evenhand server (process ${process.pid}). Stop it first, or give this one another folder with EVENHAND_DATA.`,
    );
    await first.release();
    await (await claimDataFolder(path, 'a load')).release();
  });

  it('is free again after its owner was killed', async () => {
    const code = `require('node:net').createServer((s) => s.end('x')).listen(process.argv[1].replace('@', String.fromCharCode(0)), () => console.log('held')); setInterval(() => {}, 1e6)`;
    const { createHash } = await import('node:crypto');
    const { realpathSync } = await import('node:fs');
    const address = `@evenhand-${createHash('sha256').update(realpathSync(path)).digest('hex').slice(0, 32)}`;
    const holder = spawn(process.execPath, ['-e', code, address]);
    await new Promise((ready) => holder.stdout.once('data', ready));
    await expect(claimDataFolder(path, 'a load')).rejects.toThrow('is in use by x');
    const gone = new Promise((exit) => holder.once('exit', exit));
    holder.kill('SIGKILL');
    await gone;
    await (await claimDataFolder(path, 'a load')).release();
  });

  it('keeps the address of its owner readable by its user only', async () => {
    const folder = await claimDataFolder(path, 'the Evenhand server');
    const token = folder.takeWorkAt('http://127.0.0.1:3000');
    expect(ownerOf(path)).toEqual({ pid: process.pid, url: 'http://127.0.0.1:3000', token });
    expect(statSync(join(path, 'owner.json')).mode & 0o777).toBe(0o600);
    await folder.release();
  });
});
