import { type ChildProcess, execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { freePort } from '../product/server';
import { readDockerfile } from './dockerfile';
import { NODE_USER, sealRoot, type SealedRoot } from './sealed-root';

const STARTS_WITHIN_MS = 60_000;

interface Ended {
  readonly code: number | NodeJS.Signals | null;
  readonly output: string;
}

const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((done) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += text.toString()));
    child.once('close', (code, signal) => done({ code: signal ?? code, output }));
  });

/** A line of what the kernel says of a process. */
const fieldOf = (pid: number | undefined, name: string): string =>
  new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';

describe('the product in a root that nobody can write to', () => {
  const container = readDockerfile();
  let sealed: SealedRoot;
  let product: ChildProcess;
  let end: Promise<Ended>;
  let port: number;

  /** The check of the Dockerfile, against the port of this test. */
  const isHealthy = (): Promise<boolean> =>
    new Promise((done) => {
      const [, ...parameters] = container.health.map((part) => part.replace(':3000/', `:${port}/`));
      execFile(process.execPath, parameters, (error) => done(error === null));
    });

  beforeAll(async () => {
    port = await freePort();
    sealed = sealRoot(container);
    const city = 'etl/cities/receipt/city.yml';
    product = sealed.run(container.command, { PORT: String(port), EVENHAND_URL: 'https://evenhand.city.example', EVENHAND_CITY: city });
    end = ended(product);
    const isOver = end.then(({ code, output }) => {
      throw new Error(`The product ended with ${code}\n${output}`);
    });
    isOver.catch(() => undefined);
    for (const deadline = Date.now() + STARTS_WITHIN_MS; !(await Promise.race([isHealthy(), isOver]));)
      if (Date.now() > deadline) throw new Error('The product did not serve in time.');
  });
  afterAll(async () => {
    product.kill('SIGKILL');
    await end;
    sealed.remove();
  });

  it('[R8] starts in production with the packages that it is served with, and answers the check of its health', async () => {
    expect(await isHealthy()).toBe(true);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect([page.status, page.headers.get('strict-transport-security') !== null]).toEqual([200, true]);
    expect((await fetch(`http://127.0.0.1:${port}/api/city`)).status).toBe(401);
  });

  it('[R8] is a user without any right of the system, who can get none', () => {
    const of = (name: string): string => fieldOf(product.pid, name);
    expect(container.user).toBe('node');
    expect(of('Uid').split('\t')).toEqual(Array(4).fill(String(NODE_USER)));
    expect([of('CapEff'), of('CapPrm'), of('CapBnd')].map((rights) => Number.parseInt(rights, 16))).toEqual([0, 0, 0]);
    expect(of('NoNewPrivs')).toBe('1');
  });

  it('[R8] can write to its volume and to /tmp alone, and has no package that only builds it', async () => {
    const tried = ['/', container.folder, join(container.folder, 'node_modules'), '/etc', '/usr', container.volume, '/tmp'];
    const program = `
      const written = ${JSON.stringify(tried)}.filter((path) => {
        try { require('fs').writeFileSync(path + '/written', ''); return true; } catch { return false; }
      });
      const built = ['jest', 'eslint', 'nx', '@swc/core'].filter((name) => { try { return require.resolve(name); } catch { return false; } });
      console.log(JSON.stringify({ written, built }));`;
    const { code, output } = await ended(sealed.run(['node', '-e', program]));
    expect([code, JSON.parse(output)]).toEqual([0, { written: [container.volume, '/tmp'], built: [] }]);
  });

  it('[R8] ends in order when it is told to stop, and leaves its data to nobody else', async () => {
    product.kill(container.stopSignal as NodeJS.Signals);
    expect((await end).code).toBe(0);
    const kept = readdirSync(sealed.data);
    expect(kept).toEqual(expect.arrayContaining(['records', 'warehouse']));
    expect(new Set(kept.map((name) => statSync(join(sealed.data, name)).uid))).toEqual(new Set([NODE_USER]));
    expect(statSync(sealed.data).mode & 0o777).toBe(0o700);
  });
});
