import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { claimDataFolder } from '@evenhand/data-folder';
import { Scratch, TICKET_HEADER, TICKETS } from '../load/scratch-stores';
import { runCommand } from './run-command';

const scratch = new Scratch();
const out: string[] = [];
const err: string[] = [];
beforeAll(() => {
  jest.spyOn(console, 'log').mockImplementation((line: unknown) => void out.push(String(line)));
  jest.spyOn(console, 'error').mockImplementation((line: unknown) => void err.push(String(line)));
});
beforeEach(() => {
  out.length = 0;
  err.length = 0;
});
afterAll(() => {
  jest.restoreAllMocks();
  scratch.remove();
});

const source = scratch.source('cli', { ticket: TICKETS });
const good = scratch.file('good.csv', [TICKET_HEADER, 'a,P1,2026-10-05 08:00:00,2026-10-05 08:05:00,served', 'b,P1,soon,,served']);
const bad = scratch.file('bad.csv', [TICKET_HEADER, 'c,P1,soon,,served']);

describe('the command line', () => {
  it('loads, shows what became of every record, and lists it afterwards', async () => {
    expect(await runCommand(['load', source, '--files', good], scratch.env())).toBe(0);
    expect(out.join('\n')).toMatch(/^Run 1 of cli: published\.\nentity +read +=/);
    expect(out.join('\n')).toContain(
      'ticket issued_at_unreadable: 1 · The time of issue cannot be read: write a day and a time such as 2026-10-05 08:30:00, or the format that the source declares.\n    good.csv, line 3: {',
    );
    expect(out.join('\n')).toContain('1 service points that nobody has described: P1.');
    out.length = 0;
    expect(await runCommand(['quarantine', '1', '--json'], scratch.env())).toBe(0);
    expect(JSON.parse(out.join(''))).toMatchObject([
      {
        entity: 'ticket',
        file: 'good.csv',
        line: 3,
        why: 'The time of issue cannot be read: write a day and a time such as 2026-10-05 08:30:00, or the format that the source declares.',
      },
    ]);
    out.length = 0;
    expect(await runCommand(['status', '--json'], scratch.env())).toBe(0);
    expect(JSON.parse(out.join(''))).toMatchObject([{ source: 'cli', entity: 'ticket', 'known until': '2026-10-05T01:05:00.000Z' }]);
    out.length = 0;
    expect(await runCommand(['runs', '1'], scratch.env())).toBe(0);
    expect(out.join('\n')).toMatch(/^\S+Z {2}Reading and checking ticket good\.csv\n[^]*Published\n\nRun 1 of cli: published\./);
    out.length = 0;
    expect(await runCommand(['incidents'], scratch.env())).toBe(0);
    expect(out).toEqual(['Nothing is missing, thin or late.']);
  });

  it('[R1] tells in the audit log of a change before it is made and when it has ended, and of a failed one that it failed', async () => {
    const env = await scratch.preparedEnv('traced');
    expect([await runCommand(['sender', 'add', 'so-tu-phap'], env), await runCommand(['sender', 'revoke', 'nobody'], env)]).toEqual([0, 2]);
    out.length = 0;
    expect(await runCommand(['verify-audit'], env)).toBe(0);
    expect(out.join('\n')).toMatch(/\b4 entries\b/);
  });

  it('ends with 1 when nothing could be loaded', async () => {
    expect(await runCommand(['load', source, '--files', bad, '--json'], await scratch.preparedEnv('hopeless'))).toBe(1);
    expect(JSON.parse(out.join(''))).toMatchObject({ status: 'failed', counts: [{ read: 1, quarantined: 1 }] });
  });

  it('adds a sender, shows its token once, and revokes it', async () => {
    const env = await scratch.preparedEnv('senders');
    expect(await runCommand(['sender', 'list'], env)).toBe(0);
    expect(out.splice(0)).toEqual(['No sender has been added yet.']);
    expect(await runCommand(['sender', 'add', 'so-tu-phap'], env)).toBe(0);
    const [token = ''] = out.splice(0).join('').split('\n');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await runCommand(['sender', 'revoke', 'so-tu-phap'], env)).toBe(0);
    expect(out.splice(0)).toEqual(['so-tu-phap can send nothing any more.']);
    expect(await runCommand(['sender', 'list', '--json'], env)).toBe(0);
    const [listed = ''] = out.splice(0);
    expect(JSON.parse(listed)).toEqual([
      { name: 'so-tu-phap', source: 'national-dossiers', createdAt: expect.any(String), revokedAt: expect.any(String) },
    ]);
    expect(listed).not.toContain(token);
  });

  it.each([
    [['sender'], 'Say what to do with senders: add, list, revoke; not "".'],
    [['sender', 'add'], 'Say which sender, by its name, for example: sender add so-tu-phap.'],
    [['sender', 'add', 'Sở'], 'A sender cannot be named "Sở"; use'],
    [['sender', 'revoke', 'nobody'], 'There is no active sender "nobody".'],
  ])('answers %j with one sentence', async (args, sentence) => {
    expect(await runCommand(args, scratch.env('senders'))).toBe(2);
    expect(err.join('\n')).toContain(sentence);
  });

  it('names the server that owns the data folder when a sender is to be added', async () => {
    const env = scratch.env('senders-served');
    const owner = await claimDataFolder(env['EVENHAND_DATA'] ?? '', 'the Evenhand server');
    expect(await runCommand(['sender', 'add', 'so-tu-phap'], env)).toBe(2);
    expect(err.join('\n')).toContain(`is in use by the Evenhand server (process ${process.pid}). Stop it first`);
    await owner.release();
  });

  it.each([
    [['jump'], 'Unknown command "jump". Known: load, pull, status, runs,'],
    [['load'], 'Say which source folder to load with, for example etl/sources/receipt.'],
    [['load', source], "Say which files to load, for example --files 'logs/*.csv'."],
    [['load', '/nowhere', '--files', good], 'There is no source folder /nowhere.'],
    [['runs', '--limit', 'many'], '--limit must be a whole number above 0, not "many".'],
    [['runs', '--colour'], "Unknown option '--colour'"],
    [['runs', 'latest'], '"latest" is not the number of a run; `runs` lists them.'],
    [['incidents', 'close'], 'Say nothing, or "accept" and the number of an incident; not "close".'],
    [['schedule', 'pause'], 'Say which source, by its name, for example: schedule pause queue-log.'],
    [['schedule', 'run', 'nobody'], 'No source "nobody" of this city has a schedule. Known: none.'],
    [['worker'], 'A worker wants CLICKHOUSE_URL and DATABASE_URL; with the stores in a data folder the server pulls by itself.'],
  ])('answers %j with one sentence and ends with 2', async (args, sentence) => {
    expect(await runCommand(args, scratch.env())).toBe(2);
    expect(err.join('\n')).toContain(sentence);
    expect(out).toEqual([]);
  });

  it('names the owner of a data folder that takes no work', async () => {
    const env = scratch.env('owned');
    const owner = await claimDataFolder(env['EVENHAND_DATA'] ?? '', 'a bench');
    expect(await runCommand(['load', source, '--files', good], env)).toBe(2);
    expect(err.join('\n')).toContain(`is in use by a bench (process ${process.pid}). Stop it first`);
    await owner.release();
  });

  it('lets the owner of the data folder run a command, prints what it says and ends with its code', async () => {
    const env = scratch.env('served');
    const owner = await claimDataFolder(env['EVENHAND_DATA'] ?? '', 'the Evenhand server');
    const asked: unknown[] = [];
    const lines = [
      { err: 'Look here.' },
      { progress: { step: 'Reading', what: 'ticket', done: 1, all: 2, unit: 'items' } },
      { out: 'Done.' },
    ];
    const server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        asked.push([request.method, request.url, request.headers.authorization, JSON.parse(body)]);
        response.end(`\n${[...lines, { exit: 7 }].map((line) => JSON.stringify(line)).join('\n')}\n`);
      });
    });
    const token = owner.takeWorkAt(await listening(server));
    expect(await runCommand(['sender', 'add', 'so-tu-phap'], env)).toBe(7);
    const request = { command: 'sender', args: ['add', 'so-tu-phap'], folder: process.cwd() };
    expect(asked).toEqual([['POST', '/api/commands', `Bearer ${token}`, request]]);
    expect([out, err]).toEqual([['Done.'], ['Look here.', 'Reading ticket']]);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await owner.release();
  });

  it('leaves at Ctrl-C while the owner goes on, and says so', async () => {
    const env = scratch.env('left');
    const owner = await claimDataFolder(env['EVENHAND_DATA'] ?? '', 'the Evenhand server');
    const server = createServer((_request, response) => {
      response.write(`${JSON.stringify({ out: 'Begun.' })}\n`);
      setTimeout(() => process.emit('SIGINT'), 100);
    });
    owner.takeWorkAt(await listening(server));
    expect(await runCommand(['status'], env)).toBe(130);
    expect([out, err]).toEqual([
      ['Begun.'],
      [`the Evenhand server (process ${process.pid}) goes on with it; \`npm run etl -- runs\` shows how it ends.`],
    ]);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await owner.release();
  });

  it('shows what one command takes', async () => {
    expect(await runCommand(['load', '--help'], scratch.env())).toBe(0);
    expect(out).toEqual([
      'Usage: npm run etl -- load <source-folder> --files <pattern> [--files <pattern>] [--json]\n\nreads files of a source, checks every record and publishes the good ones',
    ]);
  });
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo; // a server that listens on a port has an address with a port
  return `http://127.0.0.1:${port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
