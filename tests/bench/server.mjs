import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Starts the server on a data folder and waits until it serves. */
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
    if (isUp) return { url, pid: child.pid, stop: async () => child.kill('SIGTERM') && (await ended) };
    await new Promise((wait) => setTimeout(wait, 250));
  }
  child.kill('SIGKILL');
  throw new Error('the server did not serve within 150 seconds');
}
