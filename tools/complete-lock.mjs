// Completes package-lock.json after `npm install`. A registry mirror may lack optional packages of other platforms; npm
// then leaves them out of the lock, and `npm ci` refuses that lock on every machine ("Missing: … from lock file").
// This writes the missing entries with the version their parent asks for. Run: node tools/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const OS_WORDS = {
  aix: 'aix',
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  linuxmusl: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  win: 'win32',
  win32: 'win32',
  windows: 'win32',
};
const CPU_WORDS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'loongarch64',
  'mips64el',
  'ppc64',
  'ppc64le',
  'riscv64',
  's390x',
  'universal',
  'wasm32',
  'x64',
];

/** npm's own look-up: the nearest node_modules folder, walking up from the package that asks. */
function isInstalled(packages, from, name) {
  const folders = from.split('/node_modules/');
  for (let depth = folders.length; depth >= 0; depth--) {
    const base = folders.slice(0, depth).join('/node_modules/');
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
  }
  return false;
}

function platformEntry(name, range, parent) {
  const version = range.replace(/^[~^]/, '');
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: "${range}" names no exact version`);
  const words = name.split('/').at(-1).split(/[-_.]/);
  const os = words.map((word) => OS_WORDS[word]).find(Boolean);
  const cpu = CPU_WORDS.find((word) => words.includes(word));
  if (!os && cpu !== 'wasm32') throw new Error(`${name} is not a platform package: add it by hand`);
  const libc =
    words.includes('musl') || words.includes('linuxmusl') ? ['musl'] : os === 'linux' && words.includes('gnu') ? ['glibc'] : undefined;
  return {
    version,
    ...(cpu && cpu !== 'universal' ? { cpu: [cpu] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
let added = 0;
for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    if (isInstalled(lock.packages, path, name)) continue;
    lock.packages[`node_modules/${name}`] = platformEntry(name, range, parent);
    added++;
  }
}
const { '': root, ...rest } = lock.packages;
const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(sorted) } }, null, 2)}\n`);
console.log(`${added} platform packages added to ${FILE}`);
