import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** A data folder and the city that its answers are given for. */
export interface Place {
  readonly data: string;
  readonly city: string;
}

function run(program: string, args: readonly string[], place: Place): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--enable-source-maps', program, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NODE_OPTIONS: '', EVENHAND_DATA: place.data, EVENHAND_CITY: place.city },
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

interface LoadCounts {
  readonly entity: string;
  readonly read: number;
  readonly loaded: number;
  readonly duplicate: number;
  readonly quarantined: number;
}

/** Loads files through the command a person would type; the counts per entity. */
export function load(place: Place, source: string, files: string): readonly LoadCounts[] {
  const lines = run('dist/etl/main.mjs', ['load', source, '--files', files, '--json'], place).trim().split('\n');
  return (JSON.parse(lines.at(-1) ?? '') as { counts: LoadCounts[] }).counts;
}

/** What `ask --json` prints for one metric. */
export interface Figure {
  readonly value: number | null;
  readonly n: number;
  readonly cases: number | null;
}
type Row = Readonly<Record<string, string | null | Figure>>;

export interface Asked {
  readonly metrics: readonly string[];
  readonly by?: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly where?: readonly string[];
}

/** Asks through the command a person would type, always the raw rows. */
export function ask(place: Place, { metrics, by = [], from, to, where = [] }: Asked): readonly Row[] {
  const args = ['--metric', metrics.join(','), '--from', from, '--to', to, '--exact', '--json'];
  if (by.length > 0) args.push('--by', by.join(','));
  for (const filter of where) args.push('--where', filter);
  return JSON.parse(run('dist/apps/api/ask.mjs', args, place)) as Row[];
}

/** The figure of one metric in a row. */
export function figureIn(row: Row | undefined, metric: string): Figure {
  const cell = row?.[metric];
  if (cell === null || cell === undefined || typeof cell === 'string') throw new Error(`no figure "${metric}" in ${JSON.stringify(row)}`);
  return cell;
}

/** The figures of one metric by the value of one dimension. */
export const figuresBy = (rows: readonly Row[], dimension: string, metric: string): ReadonlyMap<string, Figure> =>
  new Map(rows.map((row) => [String(row[dimension]), figureIn(row, metric)]));
