import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { ROOT } from './commands';

/** A port of the loopback that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      server.close(() => done(port));
    });
  });

/** A running Evenhand. */
export interface Running {
  readonly url: string;
  /** Everything it printed so far. */
  readonly output: () => string;
  /** Sends a signal and waits for the end; the exit code, or the signal that ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>;
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

const untilEnd = (child: ChildProcess): Promise<number | NodeJS.Signals | null> =>
  new Promise((done) => {
    if (child.exitCode !== null) done(child.exitCode);
    else child.once('exit', (code, signal) => done(signal ?? code));
  });

/** Starts the built product and waits until it serves. */
export async function start(env: Readonly<Record<string, string>>, seconds = 110): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/main.mjs'], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  for (const deadline = Date.now() + seconds * 1000; !(await isReady(url)); await new Promise((wait) => setTimeout(wait, 200))) {
    if (child.exitCode !== null) throw new Error(`Evenhand ended with ${child.exitCode}\n${output}`);
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`Evenhand did not serve within ${seconds} s\n${output}`);
    }
  }
  const end = async (signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> => {
    child.kill(signal);
    return untilEnd(child);
  };
  return { url, output: () => output, end };
}
