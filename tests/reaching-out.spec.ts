import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');
const SERVER = globSync(['apps/api/src/**/*.ts', 'etl/src/**/*.ts', 'libs/*/src/**/*.ts'], { cwd: ROOT })
  .filter((path) => !/\.spec\.ts$|\/testing\/|-probe\.ts$|scratch-/.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

const places = (what: RegExp): string[] =>
  SERVER.filter(({ text }) => what.test(text))
    .map(({ path }) => path)
    .sort();

describe('the server', () => {
  it('[F2] asks others in these places only: sources of the operator, the identity provider, and itself', () => {
    expect(SERVER.length).toBeGreaterThan(500);
    expect(
      places(/(?<![.\w]|private )fetch\(|https?\.(get|request)\(/).filter((path) => !/-server\.ts$/.test(path) || path.includes('ask/')),
    ).toEqual([
      'apps/api/src/ask/running-server.ts',
      'etl/src/cli/hand-over.ts',
      'etl/src/pull/fetched/fetch-file.ts',
      'etl/src/pull/rest/fetch-page.ts',
    ]);
    expect(places(/from 'openid-client'/)).toEqual(['apps/api/src/access/identity-provider.ts']);
    expect(places(/from '(undici|axios|got|node-fetch|nodemailer|ws)'/)).toEqual([]);
  });

  it('[F4] makes prints and workbooks without a network, a process or a file but its own fonts', () => {
    const files = SERVER.filter(({ path }) => path.startsWith('libs/exports/src'));
    expect(files.length).toBeGreaterThan(15);
    const modules = new Set(files.flatMap(({ text }) => [...text.matchAll(/from '(node:[\w/]+)'/g)].map(([, name = '']) => name)));
    expect(
      [...modules].filter((name) => !['node:crypto', 'node:module', 'node:path', 'node:stream', 'node:timers/promises'].includes(name)),
    ).toEqual([]);
    expect(files.filter(({ text }) => /\.image\(|\.file\(|annotate/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
