import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../product/commands';

const PAGES = 5;
const ticket = (number: number): object => {
  const date = `2026-10-05T01:0${number}:00Z`;
  return { id: `t${number}`, location: 'P1', status: 'NEW', created: { date }, changed: { date } };
};

/** Pulls through the command a person would type. */
const startPull = (source: string, env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [join(ROOT, 'dist/etl/main.mjs'), 'pull', source, '--json'], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', QUEUE_REST_KEY: 'simulated', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });

async function endOf(pull: ChildProcess): Promise<{ readonly said: string; readonly signal: string | null }> {
  let said = '';
  pull.stdout?.on('data', (chunk) => (said += String(chunk)));
  const signal = await new Promise<string | null>((done) => pull.once('close', (_, killedBy) => done(killedBy)));
  return { said, signal };
}

describe('a pull of pages whose process is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-killed-'));
  const asked: string[] = [];
  let server: Server;
  let onAsked: (cursor: string) => void = () => undefined;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const cursor = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('cursor') ?? '0';
      asked.push(cursor);
      onAsked(cursor);
      const next = Number(cursor) + 1 < PAGES ? String(Number(cursor) + 1) : null;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: [ticket(Number(cursor))], paging: { next } }));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    cpSync(join(ROOT, 'etl/sources/queue-rest'), join(folder, 'source'), { recursive: true });
    const settings = join(folder, 'source/source.yml');
    const { port } = server.address() as AddressInfo;
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('127.0.0.1:8099', `127.0.0.1:${port}`));
    writeFileSync(join(folder, 'city.yml'), 'name: { vi: Thử, en: Test }\nzone: Asia/Ho_Chi_Minh\n');
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    rmSync(folder, { recursive: true, force: true });
  });

  it('[E3] goes on at the page that it had asked for, and counts every record once', async () => {
    const env = { EVENHAND_DATA: join(folder, 'data'), EVENHAND_CITY: join(folder, 'city.yml') };
    const first = startPull(join(folder, 'source'), env);
    onAsked = (cursor) => void (cursor === '3' && first.kill('SIGKILL'));
    expect((await endOf(first)).signal).toBe('SIGKILL');
    expect(asked).toEqual(['0', '1', '2', '3']);
    onAsked = () => undefined;
    const { said } = await endOf(startPull(join(folder, 'source'), env));
    expect(asked.slice(4)).toEqual(['3', '4']);
    const [run] = JSON.parse(said.trim().split('\n').at(-1) ?? '') as { counts: object[] }[];
    expect(run?.counts).toEqual([expect.objectContaining({ read: PAGES, loaded: PAGES, duplicate: 0 })]);
  });
});
