import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const packages = JSON.parse(read('package.json')) as { readonly dependencies: Readonly<Record<string, string>> };

const SHOWN = ['apps/dashboard/src/**/*.{ts,html}', 'libs/charts/src/**/*.{ts,html}'];
const SOURCES = globSync(SHOWN, { cwd: ROOT })
  .filter((path) => !path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: read(path) }));

/** The places of the browser's sources where something stands. */
const places = (what: RegExp): string[] => SOURCES.filter(({ text }) => what.test(text)).map(({ path }) => path);

describe('what a browser shows', () => {
  it('[X2] is never made of text that could be markup or a program', () => {
    expect(SOURCES.length).toBeGreaterThan(300);
    expect(places(/innerHTML|outerHTML|insertAdjacentHTML|srcdoc|document\.write|DOMParser|createContextualFragment/)).toEqual([]);
    expect(places(/bypassSecurity|\beval\(|new Function\(/)).toEqual([]);
  });

  it('[X2] is drawn with tooltips of text, by an engine whose texts are safe since 6.1', () => {
    expect(places(/renderMode: '(?!richText)/)).toEqual([]);
    expect(places(/renderMode: 'richText'/)).toEqual(['libs/charts/src/chart-option.ts']);
    const [major = 0, minor = 0] = (packages.dependencies['echarts'] ?? '').split('.').map(Number);
    expect([major, minor >= 1]).toEqual([6, true]);
  });

  it('[X3] draws no title, mark or tool in a chart that could carry an address', () => {
    expect(places(/\b(sublink|subtarget|TitleComponent|ToolboxComponent|GraphicComponent)\b/)).toEqual([]);
    expect(
      SOURCES.filter(({ path, text }) => path.startsWith('libs/charts') && /\blink\s*:(?!\s*\[)/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('[X3] opens no address that somebody wrote', () => {
    expect(places(/window\.open\(|<(iframe|object|embed)[\s>]/)).toEqual([]);
    // Back to where somebody was when the session ended, as far as that is an address of this product.
    expect(places(/location\.(assign|replace)\(/)).toEqual(['apps/dashboard/src/app/data/session.ts']);
    expect(read('apps/dashboard/src/app/data/session.ts')).toContain('localPath(');
    expect(places(/\[(attr\.)?(src|action|formaction)\]="/)).toEqual([]);
  });

  it('[X5] is rendered by nothing that knows Markdown or HTML of others', () => {
    const renderers = Object.keys(packages.dependencies).filter((name) =>
      /mark(ed|down)|remark|showdown|purify|sanitize-html|quill|tiptap/.test(name),
    );
    expect(renderers).toEqual([]);
    expect(places(/https?:\/\/(?!www\.w3\.org)/)).toEqual([]);
  });
});
