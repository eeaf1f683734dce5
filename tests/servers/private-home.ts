import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Database servers refuse to run as root, so root hands over to the account that the server's package made. */
function accountFor(name: string): Account {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { uid, gid };
  const ask = (flag: string): number => Number(execFileSync('id', [flag, name]).toString());
  return { uid: ask('-u'), gid: ask('-g') };
}

export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A folder and an account that one server of a test lives in; nothing of it stays. */
export class PrivateHome {
  readonly path: string;
  private readonly account: Account;
  private server: ChildProcess | undefined;

  constructor(accountName: string) {
    this.account = accountFor(accountName);
    this.path = mkdtempSync(join(tmpdir(), 'evenhand-server-'));
    chmodSync(this.path, 0o700);
    chownSync(this.path, this.account.uid, this.account.gid);
  }

  /** Runs a program to its end. */
  run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
    execFileSync(program, args, { ...this.account, cwd: this.path, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  }

  /** Starts the server and waits until it answers. */
  async start(program: string, args: readonly string[], answers: () => unknown): Promise<void> {
    this.server = spawn(program, args, { ...this.account, cwd: this.path, stdio: 'ignore' });
    for (let attempt = 1; ; attempt++) {
      try {
        answers();
        return;
      } catch (error) {
        if (attempt === 100) throw error;
        await wait(200);
      }
    }
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    const { server } = this;
    if (server) {
      const exit = new Promise((done) => server.once('exit', done));
      server.kill(signal);
      await exit;
    }
    rmSync(this.path, { recursive: true, force: true });
  }
}
