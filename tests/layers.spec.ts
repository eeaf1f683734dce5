import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '..');

/** Lints a text as if it stood in a file of the tree, and gives the rules it breaks. */
function rulesBrokenBy(file: string, text: string): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', file, '--format', 'json'],
    {
      cwd: root,
      input: text,
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false' },
    },
  );
  const [result] = JSON.parse(stdout) as { messages: { ruleId: string }[] }[];
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

const BOUNDARY = '@nx/enforce-module-boundaries';

describe('the rule of statements', () => {
  it('[Q1] refuses a value that is written into one, be it as text, as a name or as trusted words', () => {
    const texts = ['records.query(`SELECT 1 FROM ward WHERE code = ${code}`)', 'warehouse.rows(`SELECT ${code}`)'];
    const planted = [...texts, 'trusted(code)', 'identifier(code)'];
    const broken = rulesBrokenBy('apps/api/src/city/labels.ts', `export const planted = (code: string) => [${planted.join(', ')}];\n`);
    expect(broken.filter((rule) => rule === 'no-restricted-syntax')).toHaveLength(planted.length);
  });
});

describe('the layer rule', () => {
  it('refuses an import against the direction of the layers', () => {
    expect(
      rulesBrokenBy('libs/domain/src/label.ts', "import { sql } from '@evenhand/warehouse';\nexport const planted = sql;\n"),
    ).toContain(BOUNDARY);
  });

  it('refuses a relative import that leaves its project', () => {
    expect(
      rulesBrokenBy('libs/domain/src/label.ts', "import { sql } from '../../warehouse/src/sql';\nexport const planted = sql;\n"),
    ).toContain(BOUNDARY);
  });

  it('refuses an npm package in a pure layer', () => {
    expect(rulesBrokenBy('libs/domain/src/label.ts', "import { z } from 'zod';\nexport const planted = z;\n")).toContain(BOUNDARY);
  });

  it('accepts an import along the direction of the layers', () => {
    expect(
      rulesBrokenBy('libs/contracts/src/index.ts', "import { wholeCity } from '@evenhand/domain';\nexport const planted = wholeCity;\n"),
    ).not.toContain(BOUNDARY);
  });
});
