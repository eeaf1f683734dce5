import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { platform } from 'node:process';
import { writeOwner } from './owner';

/** Another process (or another part of this one) owns the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  constructor(
    readonly path: string,
    readonly owner: string,
  ) {
    super(`The data folder ${path} is in use by ${owner}. Stop it first, or give this one another folder with EVENHAND_DATA.`);
  }
}

/** The right to open the embedded stores of one folder. Only {@link claimDataFolder} makes one. */
export interface DataFolder {
  readonly path: string;
  /** A folder of the given name inside, created when missing. */
  folder(name: string): string;
  /** Tells other processes of this user where to hand their work, and with which token. */
  takeWorkAt(url: string): string;
  release(): Promise<void>;
}

/**
 * The lock is a socket that the kernel frees when its process dies, however it dies: no stale lock files, no guessing by
 * process id. Linux has sockets without a file, Windows has named pipes; elsewhere the socket is a file in the folder.
 */
function lockAddress(path: string): string {
  const id = createHash('sha256').update(path).digest('hex').slice(0, 32);
  if (platform === 'linux') return `\0evenhand-${id}`;
  if (platform === 'win32') return `\\\\.\\pipe\\evenhand-${id}`;
  return join(path, 'owner.sock');
}

const listen = (server: Server, address: string): Promise<boolean> =>
  new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(false) : fail(error)));
    server.listen(address, () => done(true));
  });

/** Asks the holder of the lock who it is; `undefined` when nobody answers. */
const askHolder = (address: string): Promise<string | undefined> =>
  new Promise((done) => {
    const socket = connect(address);
    let text = '';
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', () => done(undefined));
    socket.on('close', () => done(text || undefined));
  });

/**
 * Claims a data folder for this process, creating it when missing.
 * @param purpose what the owner does, named to whoever comes second: "the Evenhand server"
 * @throws {FolderInUse} with a sentence that names the owner
 */
export async function claimDataFolder(path: string, purpose: string): Promise<DataFolder> {
  mkdirSync(resolve(path), { recursive: true });
  const root = realpathSync(resolve(path));
  const address = lockAddress(root);
  const server = createServer((socket) => socket.on('error', () => undefined).end(`${purpose} (process ${process.pid})`));
  if (!(await listen(server, address))) {
    const holder = await askHolder(address);
    const isLeftOver = holder === undefined && !address.startsWith('\0') && platform !== 'win32';
    if (isLeftOver) rmSync(address, { force: true });
    if (!isLeftOver || !(await listen(server, address))) throw new FolderInUse(root, holder ?? 'another process');
  }
  server.unref();
  return {
    path: root,
    folder: (name) => {
      const inner = join(root, name);
      mkdirSync(inner, { recursive: true });
      return inner;
    },
    takeWorkAt: (url) => {
      const token = randomBytes(24).toString('base64url');
      writeOwner(root, { pid: process.pid, url, token });
      return token;
    },
    release: () =>
      new Promise((done) => {
        server.close(() => done());
      }),
  };
}
