import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** How whoever reads the data folder asks its server; undefined until that process has left its token there. */
function headersOf(data, { pid }) {
  try {
    const owner = JSON.parse(readFileSync(join(data, 'owner.json'), 'utf8'));
    return owner.pid === pid ? { authorization: `Bearer ${owner.token}` } : undefined;
  } catch {
    return undefined;
  }
}

/** Starts the server on a data folder and waits until it serves; `headers` let one ask it anything. */
export async function serve(data, env = {}) {
  const port = await freePort();
  const child = spawn('node', ['dist/apps/api/main.mjs'], {
    cwd: root,
    env: { ...process.env, EVENHAND_DATA: data, PORT: String(port), ...env },
    stdio: 'ignore',
  });
  const ended = new Promise((exit) => child.once('exit', exit));
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const isUp = await fetch(`${url}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    const headers = isUp ? headersOf(data, child) : undefined;
    if (headers) return { url, headers, pid: child.pid, stop: async () => child.kill('SIGTERM') && (await ended) };
    await new Promise((wait) => setTimeout(wait, 250));
  }
  child.kill('SIGKILL');
  throw new Error('the server did not serve within 150 seconds');
}
