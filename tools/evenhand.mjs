// The one door behind `npm start`, `npm test` and the other commands. Each does all of its own set-up: it installs what the
// lock file names when node_modules was made from another one, builds what has changed, then runs on the installed Node.js.
// This file itself must run on any Node.js that a machine may have.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import process from 'node:process';
import { lockStamp, STAMP_FILE } from './lock-stamp.mjs';

const [command = 'start', ...args] = process.argv.slice(2);
const root = process.cwd();
const bin = join(root, 'node_modules', '.bin');
const COUNTS = join(root, 'tmp', 'test-counts');

const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  // What decides whether a change lands runs everything; results of another clone do not count there.
  ...(process.env['CI'] ? { NX_SKIP_NX_CACHE: 'true' } : {}),
  // The lint cache and the compiler cache belong to the tree, not to the person.
  NODE_OPTIONS: process.env['NODE_OPTIONS'] ?? '',
};

const fail = (sentence, code = 1) => {
  console.error(sentence);
  process.exit(code);
};

/** Runs a program to its end on this terminal; a failure ends the command with the same code. */
function run(program, parameters, { quiet = false, mayFail = false } = {}) {
  const { status, error, stdout } = spawnSync(program, parameters, {
    env,
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) fail(`${program} could not be started: ${error.message}`);
  if (status !== 0 && quiet) console.error(stdout);
  if (status !== 0 && !mayFail) process.exit(status ?? 1);
  return status ?? 1;
}

const nx = (...parameters) => run('nx', [...parameters, '--output-style=static']);

function npm(parameters) {
  const script = process.env['npm_execpath'];
  return script ? run(process.execPath, [script, ...parameters]) : run('npm', parameters);
}

function install() {
  if (Number(process.versions.node.split('.')[0]) < 18) fail(`Evenhand installs with Node.js 18 or newer, but this is ${process.version}.`);
  if (existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, 'utf8') === lockStamp()) return;
  console.log('Installing the packages of package-lock.json (about a minute) …');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Only what has changed is built again. */
function build(...projects) {
  const started = Date.now();
  const code = run('nx', ['run-many', '-t', 'build', '-p', projects.join(','), '--output-style=static'], { quiet: true, mayFail: true });
  if (code !== 0) fail('The build failed; the reason stands above.');
  if (Date.now() - started > 5_000) console.log(`Built ${projects.join(', ')} in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
}

/** Runs a long-lived program; it is told to stop when this command is told to, or when whoever started this command dies. */
function stay(program, parameters, extra = {}) {
  const child = spawn(program, parameters, { env: { ...env, ...extra }, cwd: root, stdio: 'inherit', detached: true });
  const parent = process.ppid;
  // The program is a process group of its own, so that each signal reaches it once, from a terminal or from a supervisor.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1_000);
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exitCode = signal ? 1 : (code ?? 1);
  });
  return child;
}

/** Every Jest run leaves its counts in a file; the sum is the last line of a test command. */
function closeWithCounts() {
  const files = existsSync(COUNTS) ? readdirSync(COUNTS).filter((name) => name.endsWith('.json')) : [];
  const counts = files.map((name) => JSON.parse(readFileSync(join(COUNTS, name), 'utf8')));
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('passed') === 0) fail('No test ran.');
}

/** Each spec file has stores, servers and ports of its own, so that two run side by side unless the parameters say otherwise. */
const jest = (config, ...parameters) =>
  run(
    'node',
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '-c',
      config,
      ...(parameters.length > 0 ? parameters : ['--maxWorkers=2']),
    ],
    {
      mayFail: true,
    },
  );

const commands = {
  start() {
    build('api', 'dashboard');
    stay('node', ['--enable-source-maps', 'dist/apps/api/main.mjs', ...args]);
  },

  dev() {
    build('api');
    const watching = ['tools/build-node.mjs', '--watch', 'apps/api/tsconfig.json', 'dist/apps/api', 'apps/api/src/main.ts'];
    const children = [
      stay('node', watching),
      stay('node', ['--watch-path=dist/apps/api', '--watch-preserve-output', '--enable-source-maps', 'dist/apps/api/main.mjs'], {
        PORT: '3000',
      }),
      stay('nx', ['run', 'dashboard:serve', '--host=127.0.0.1', '--port=4200'], { PORT: undefined }),
    ];
    console.log('The dashboard reloads on each change at http://127.0.0.1:4200; it asks the API on port 3000.');
    for (const child of children) child.on('exit', () => children.forEach((other) => other.kill('SIGTERM')));
  },

  test() {
    rmSync(COUNTS, { recursive: true, force: true });
    nx('run-many', '-t', 'test', ...args);
    build('api', 'etl', 'dashboard');
    // The browser is unpacked at its first use: two specs at once would write the same file.
    const code = jest('tests/jest.e2e.cjs', '--runInBand');
    closeWithCounts();
    process.exitCode = code;
  },

  'test:data'() {
    const [folder] = args;
    if (!folder) fail('Say where the public logs are: npm run test:data -- <folder>');
    const place = resolve(folder);
    const logs = ['receipt/receipt.csv', 'receipt/receipt.xes.gz', 'callcentre/tickets.tsv', 'fines/traffic_fines.csv.gz'];
    for (const file of logs)
      if (!existsSync(join(place, file))) fail(`${join(place, file)} does not exist; the folder must hold ${logs.join(', ')}.`);
    rmSync(COUNTS, { recursive: true, force: true });
    build('etl', 'api');
    env['EVENHAND_PUBLIC_LOGS'] = place;
    const code = jest('tests/jest.data.cjs');
    closeWithCounts();
    process.exitCode = code;
  },

  'test:servers'() {
    if (args.length === 0) fail('Say which servers of this machine to test against: npm run test:servers -- postgresql mysql');
    const unknown = args.find((name) => !['postgresql', 'mysql'].includes(name));
    if (unknown) fail(`There is no test against "${unknown}"; allowed: postgresql, mysql.`);
    rmSync(COUNTS, { recursive: true, force: true });
    build('etl');
    env['EVENHAND_SERVERS'] = args.join(' ');
    const code = jest('tests/jest.servers.cjs');
    closeWithCounts();
    process.exitCode = code;
  },

  'test:container'() {
    const isSealable =
      process.platform === 'linux' && process.getuid() === 0 && spawnSync('unshare', ['--mount', 'setpriv', '--version']).status === 0;
    if (!isSealable) fail('Nothing was tested: a root can be sealed off on Linux only, by root, with unshare and setpriv.', 2);
    rmSync(COUNTS, { recursive: true, force: true });
    build('api', 'dashboard');
    const code = jest('tests/jest.container.cjs');
    closeWithCounts();
    process.exitCode = code;
  },

  etl() {
    build('etl');
    process.exitCode = run('node', ['--enable-source-maps', 'dist/etl/main.mjs', ...args], { mayFail: true });
  },

  ask() {
    build('api');
    process.exitCode = run('node', ['--enable-source-maps', 'dist/apps/api/ask.mjs', ...args], { mayFail: true });
  },

  docs() {
    build('api');
    mkdirSync('docs', { recursive: true });
    run('node', ['--enable-source-maps', 'dist/apps/api/write-docs.mjs']);
  },

  check() {
    run('prettier', ['--check', '--log-level=warn', '.']);
    nx('run-many', '-t', 'lint,typecheck');
    run('knip', []);
    commands.docs();
    const changed = run('git', ['diff', '--exit-code', '--stat', '--', 'docs/contracts.md', 'docs/openapi.json', 'docs/metrics.md'], {
      mayFail: true,
    });
    if (changed !== 0) fail('The generated documents differ from the committed ones: commit what `npm run docs` wrote.');
    console.log('Format, lint, types, unused code and generated documents: all in order.');
  },

  sbom() {
    npm(['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', ...args]);
  },

  audit() {
    process.exitCode = run('node', ['tools/audit-packages.mjs'], { mayFail: true });
  },

  screenshots() {
    build('api', 'dashboard');
    process.exitCode = run('node', ['tests/screens/run.mjs', ...args], { mayFail: true });
  },

  bench() {
    build('api', 'etl', ...(args.includes('screens') || args.includes('morning') ? ['dashboard'] : []));
    process.exitCode = run('node', ['tests/bench/run.mjs', ...args], { mayFail: true });
  },
};

const known = commands[command];
if (!known) fail(`Unknown command "${command}". Known: ${Object.keys(commands).join(', ')}.`);
install();
known();
