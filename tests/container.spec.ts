import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const ROOT = resolve(__dirname, '..');
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const FILES = [
  'Dockerfile',
  'compose.yml',
  'deploy/Caddyfile',
  'deploy/clickhouse-backups.xml',
  'deploy/clickhouse-files.xml',
  'deploy/clickhouse-questions.xml',
  'deploy/clickhouse-readers.sql',
];

interface LockedPackage {
  readonly integrity?: string;
  readonly link?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

interface Service {
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
}
const compose = parse(textOf('compose.yml')) as { readonly services: Readonly<Record<string, Service>> };

/** What each COPY line takes, by where it takes it from. */
const copied = textOf('Dockerfile')
  .split('\n')
  .filter((line) => line.startsWith('COPY '))
  .flatMap((line) => {
    const words = line.split(/\s+/).slice(1);
    const isBuilt = words[0]?.startsWith('--from=') === true;
    return words.slice(isBuilt ? 1 : 0, -1).map((path) => ({ path, isBuilt }));
  });

describe('the container', () => {
  it('copies only what there is', () => {
    const missing = copied.filter(({ path, isBuilt }) =>
      isBuilt ? !existsSync(join(ROOT, path.replace('/src/', ''))) && path !== '/src/dist' : !existsSync(join(ROOT, path)),
    );
    expect(copied.length).toBeGreaterThan(8);
    expect(missing).toEqual([]);
  });

  it('leaves out of its context nothing that it copies', () => {
    const ignored = textOf('.dockerignore').split('\n').filter(Boolean);
    const taken = copied.filter(({ isBuilt }) => !isBuilt).map(({ path }) => path.split('/')[0]);
    expect(taken.filter((path) => ignored.includes(path ?? ''))).toEqual([]);
    expect(ignored).toEqual(expect.arrayContaining(['.git', 'data', 'node_modules']));
  });

  it('[R8] runs as nobody in particular, tells whether it is well, and writes nowhere but into its volume', () => {
    const lines = textOf('Dockerfile').split('\n');
    expect(lines).toEqual(expect.arrayContaining(['USER node', 'VOLUME /var/lib/evenhand']));
    expect(lines.findLastIndex((line) => line.startsWith('RUN '))).toBeLessThan(lines.indexOf('USER node'));
    expect(textOf('Dockerfile')).toContain('HEALTHCHECK ');
    expect(compose.services['evenhand']).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  it('shares the data folder with the engine, which touches no other file', () => {
    const folder = '/var/lib/evenhand';
    for (const name of ['evenhand', 'clickhouse']) expect(compose.services[name]?.volumes).toContain(`evenhand:${folder}`);
    expect(textOf('deploy/clickhouse-files.xml')).toContain(`<user_files_path>${folder}/</user_files_path>`);
    expect(compose.services['clickhouse']?.volumes).toContain('./deploy/clickhouse-files.xml:/etc/clickhouse-server/config.d/files.xml:ro');
  });

  it('[Q2] asks questions over an account that reads tables and has no right on anything else', () => {
    const said = textOf('deploy/clickhouse-questions.xml');
    const rights = [...said.matchAll(/<query>(.*)<\/query>/g)].map(([, query]) => query);
    expect(rights).toEqual(['evenhand.*', 'system.parts', 'system.processes', 'system.events'].map((of) => `GRANT SELECT ON ${of}`));
    expect(said).toContain('<readonly>2</readonly>');
    expect(said).toContain('<password from_env="CLICKHOUSE_READER_PASSWORD"/>');
    expect(compose.services['evenhand']?.environment?.['CLICKHOUSE_READER_URL']).toContain('//evenhand_questions:$');
    expect(compose.services['clickhouse']?.volumes).toContain(
      './deploy/clickhouse-questions.xml:/etc/clickhouse-server/users.d/questions.xml:ro',
    );
  });

  it('[A1] holds no secret and no password that works by default', () => {
    for (const { environment = {} } of Object.values(compose.services))
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|SECRET|TOKEN|KEY|_URL$/.test(name)) expect([name, value]).toEqual([name, expect.stringMatching(/\$\{[A-Z_]+:\?/)]);
    for (const file of FILES) {
      expect(textOf(file)).not.toMatch(/\$\{[A-Z_]*(PASSWORD|SECRET|TOKEN|KEY)[A-Z_]*:?-/);
      expect(textOf(file)).not.toMatch(/IDENTIFIED (WITH|BY)|^(ENV|ARG) .*(PASSWORD|SECRET|TOKEN|KEY)/im);
    }
  });

  it('[R8] is built from the packages of the lock file alone, each known by its content, and installs nothing where it runs', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as { readonly packages: Readonly<Record<string, LockedPackage>> };
    const isForTheContainer = ({ os = ['linux'], cpu = ['x64'], link = false }: LockedPackage): boolean =>
      !link && os.includes('linux') && cpu.includes('x64');
    const fetched = Object.entries(packages).filter(([path, found]) => path.startsWith('node_modules/') && isForTheContainer(found));
    expect(fetched.length).toBeGreaterThan(500);
    expect(fetched.filter(([, { integrity = '' }]) => !/^sha(512|384|256|1)-/.test(integrity)).map(([path]) => path)).toEqual([]);
    const [built = '', served = ''] = textOf('Dockerfile')
      .split(/^FROM .*$/m)
      .slice(1);
    expect(built).toContain('RUN npm ci ');
    expect(served).not.toMatch(/\bnp[mx]\b|apt-get|curl|wget/);
  });

  it('[R8] mounts only files that there are, and opens no port of a store', () => {
    const mounts = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    expect(mounts.filter((path) => path.startsWith('./') && !existsSync(join(ROOT, path)))).toEqual([]);
    expect(Object.entries(compose.services).flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]))).toEqual([
      ['evenhand', '80:80'],
      ['evenhand', '443:443'],
    ]);
  });
});
