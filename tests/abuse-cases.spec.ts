import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');
const SPECS = ['apps/*/src/**/*.spec.ts', 'libs/*/src/**/*.spec.ts', 'etl/src/**/*.spec.ts', 'tests/**/*.{spec,e2e,servers,container}.ts'];

/** How many cases each letter has at least: who somebody is, what they may, questions, browsers, files, arrivals, persons, records. */
const LEAST = { A: 7, B: 11, Q: 6, X: 6, F: 4, E: 7, P: 5, R: 9 } as const;

interface Case {
  readonly code: string;
  /** The files that are said to show it, as paths in the tree. */
  readonly shownBy: readonly string[];
}

/** The rows of the tables in docs/abuse-cases.md. */
const CASES: readonly Case[] = readFileSync(join(ROOT, 'docs/abuse-cases.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, code = '', , , shownBy = ''] = line.split('|').map((cell) => cell.trim());
    if (!/^[A-Z]\d+$/.test(code)) return [];
    return [{ code, shownBy: [...shownBy.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path = '']) => path) }];
  });

/** The codes that the names of tests in a text begin with, each in square brackets. */
const codesIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/\(\s*['"`]((?:\[[A-Z]\d+\])+) /g)].flatMap(([, codes = '']) =>
      [...codes.matchAll(/[A-Z]\d+/g)].map(([code]) => code),
    ),
  );

const NAMED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  globSync(SPECS, { cwd: ROOT, exclude: (path) => path.includes('node_modules') }).map((path) => [
    path,
    codesIn(readFileSync(join(ROOT, path), 'utf8')),
  ]),
);

describe('the list of abuse cases', () => {
  it.each(CASES)('$code is shown by the tests that it names', ({ code, shownBy }) => {
    expect(shownBy).not.toEqual([]);
    expect({ [code]: shownBy.filter((path) => !existsSync(join(ROOT, path)) || !NAMED.get(path)?.has(code)) }).toEqual({ [code]: [] });
  });

  it('leaves out no number of a letter, and no letter', () => {
    const numbersOf = (letter: string): number[] =>
      CASES.filter(({ code }) => code.startsWith(letter)).map(({ code }) => Number(code.slice(1)));
    expect(Object.keys(LEAST).map((letter) => [letter, numbersOf(letter)])).toEqual(
      Object.entries(LEAST).map(([letter, least]) => [
        letter,
        Array.from({ length: Math.max(least, numbersOf(letter).length) }, (_, index) => index + 1),
      ]),
    );
    expect(CASES.filter(({ code }) => !(code.charAt(0) in LEAST))).toEqual([]);
  });

  it('names every test of a case, and each case once', () => {
    const known = new Map(CASES.map(({ code, shownBy }) => [code, shownBy]));
    expect(known.size).toBe(CASES.length);
    const unlisted = [...NAMED].flatMap(([path, codes]) =>
      [...codes].filter((code) => !known.get(code)?.includes(path)).map((code) => `${code}: ${path}`),
    );
    expect(unlisted).toEqual([]);
  });
});
