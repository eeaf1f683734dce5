import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from '../product/commands';
import type { Container } from './dockerfile';

/** The user `node` of the base image. */
export const NODE_USER = 1000;
const NODE = '/node/bin/node';
const PATH = '/node/bin:/usr/bin:/bin';

interface LockedPackage {
  readonly dev?: boolean;
}

/** The packages that are left once those for building are pruned. */
function servedPackages(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev = false }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !dev && existsSync(join(ROOT, path)))
    .map(([path]) => path);
}

/** Shows a file or folder of this machine at a place of the sealed root, to be read only. */
const shown = (from: string, to: string): readonly string[] => {
  const isFolder = lstatSync(from).isDirectory();
  return [
    isFolder ? `mkdir -p "$root${to}"` : `mkdir -p "$(dirname "$root${to}")"; : > "$root${to}"`,
    `mount --bind -o ro "${from}" "$root${to}"`,
  ];
};

/** The system that the base image would bring: programs and libraries of this machine. */
const system = (): readonly string[] =>
  ['/usr', '/bin', '/sbin', '/lib', '/lib64'].flatMap((path) => {
    if (!existsSync(path)) return [];
    return lstatSync(path).isSymbolicLink() ? [`ln -s "${readlinkSync(path)}" "$root${path}"`] : shown(path, path);
  });

function steps({ copies, volume, folder }: Container, data: string): string {
  const product = copies.flatMap(({ from, to }) =>
    from === 'node_modules' ? servedPackages().flatMap((path) => shown(join(ROOT, path), join(folder, path))) : shown(join(ROOT, from), to),
  );
  return [
    'set -eu',
    'root=$1; shift',
    'mount -t tmpfs -o mode=755 none "$root"',
    ...system(),
    ...shown('/etc/ld.so.cache', '/etc/ld.so.cache'),
    `echo 'node:x:${NODE_USER}:${NODE_USER}::/tmp:/bin/sh' > "$root/etc/passwd"; echo '127.0.0.1 localhost' > "$root/etc/hosts"`,
    ...['null', 'urandom', 'random'].flatMap((device) => [
      `mkdir -p "$root/dev"; : > "$root/dev/${device}"`,
      `mount --bind "/dev/${device}" "$root/dev/${device}"`,
    ]),
    'mkdir "$root/proc" "$root/tmp"; mount -t proc none "$root/proc"; mount -t tmpfs -o mode=1777 none "$root/tmp"',
    ...shown(process.execPath, NODE),
    ...product,
    `mkdir -p "$root${volume}"; mount --bind "${data}" "$root${volume}"`,
    'mount -o remount,ro "$root"',
    `exec chroot "$root" /bin/sh -c 'cd ${folder}; exec setpriv --reuid=${NODE_USER} --regid=${NODE_USER} --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all "$@"' sh "$@"`,
  ].join('\n');
}

/** A root that nobody can write to, in which the product runs as its container would run it. */
export interface SealedRoot {
  /** What lies in the volume. */
  readonly data: string;
  /** Runs a program as the user of the container. The process is the program itself. */
  readonly run: (command: readonly string[], env?: Readonly<Record<string, string>>) => ChildProcess;
  readonly remove: () => void;
}

/** Seals a root off by namespaces of the kernel, after the steps of the Dockerfile. Takes root on Linux. */
export function sealRoot(container: Container): SealedRoot {
  const place = mkdtempSync(join(tmpdir(), 'evenhand-sealed-'));
  const [root, data] = [join(place, 'root'), join(place, 'data')];
  mkdirSync(root);
  mkdirSync(data);
  chownSync(data, NODE_USER, NODE_USER);
  chmodSync(data, 0o700);
  const script = steps(container, data);
  return {
    data,
    run: (command, env = {}) =>
      spawn('unshare', ['--mount', 'sh', '-c', script, 'sh', root, ...command], {
        env: { PATH: `${PATH}:/usr/sbin:/sbin`, ...container.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
