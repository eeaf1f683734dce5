import { parseArgs } from 'node:util';
import { comparedWith, dimensionNamed, filterFrom } from '@evenhand/contracts';
import { DIMENSIONS, InvalidQuery, type Question, timeRange, type View, VIEWS } from '@evenhand/domain';

export const HELP = `Asks for figures from a terminal.

  npm run ask -- --metric <ids> --from <day> --to <day> [options]

  --metric a,b         metrics, separated by commas; /api/catalog and docs/metrics.md list them
  --by point,month     dimensions to break the answer down by, at most three
  --from 2026-10-01    first day, included
  --to 2026-11-01      last day, excluded; stocks (open, overdue) are counted at its first instant
  --where field=land   keeps cases with one of the values; separate values by commas, repeat for more filters
  --compare city,peers holds each figure against others: previous, last_year, city, peers (of one point, kept with --where point=<code>)
  --view public        hides what rests on few cases, with whatever would give it away
  --exact              asks the raw rows even where a rollup would answer faster
  --as-of 2026-04-30   answers from what had been published by the end of that day, or by an instant such as 2026-04-30T17:00:00Z
  --diff 2026-04-30    instead of an answer: the cases that moved one metric since the end of that day (or since an instant)
  --page 2             which page of these cases, 50 each
  --json               prints an array, one object per row
  --help               prints this

Dimensions: ${DIMENSIONS.join(', ')}.
Asks the running server when one owns the data folder, and opens the folder itself when none does.`;

/** What somebody typed. */
export interface Asked {
  readonly question: Question;
  readonly isJson: boolean;
  /** Asks not for the figure but for what moved it since then. */
  readonly diff?: { readonly then: string; readonly page: number };
}

const OPTIONS = {
  metric: { type: 'string', multiple: true },
  by: { type: 'string', multiple: true },
  from: { type: 'string' },
  to: { type: 'string' },
  where: { type: 'string', multiple: true },
  compare: { type: 'string', multiple: true },
  view: { type: 'string' },
  exact: { type: 'boolean' },
  'as-of': { type: 'string' },
  diff: { type: 'string' },
  page: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const listed = (texts: readonly string[] = []): string[] => texts.flatMap((text) => text.split(',')).filter((part) => part !== '');

function parsed(args: readonly string[]) {
  const unknown = args.find(
    (arg) => arg.startsWith('--') && !(arg.slice(2).split('=')[0] ?? '').match(`^(${Object.keys(OPTIONS).join('|')})$`),
  );
  if (unknown) throw new InvalidQuery(unknown, `Unknown option "${unknown}". Known: --${Object.keys(OPTIONS).join(', --')}.`);
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    throw new InvalidQuery('', `The command cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
}

function required(name: 'from' | 'to', value: string | undefined): string {
  if (value === undefined) throw new InvalidQuery(name, `Say --${name} with a day, for example --${name} 2026-10-01.`);
  return value;
}

function pageOf(text = '1'): number {
  const page = Number(text);
  if (!Number.isInteger(page) || page < 1) throw new InvalidQuery('page', `--page must be a whole number above 0, not "${text}".`);
  return page;
}

const isView = (text: string): text is View => (VIEWS as readonly string[]).includes(text);

function viewNamed(text: string): View {
  if (!isView(text)) throw new InvalidQuery('view', `"${text}" is no view. Known: ${VIEWS.join(', ')}.`);
  return text;
}

/** Reads the command line; `undefined` when help was asked for. Throws {@link InvalidQuery} with what is allowed. */
export function askArguments(args: readonly string[]): Asked | undefined {
  const { metric, by, from, to, where = [], exact = false, json = false, help = false, ...rest } = parsed(args);
  const { compare, view, 'as-of': asOf, diff: then, page } = rest;
  if (help) return undefined;
  const metrics = listed(metric);
  if (metrics.length === 0) throw new InvalidQuery('metric', 'Say what to ask for with --metric, for example --metric tickets,wait_p90.');
  const question = {
    ...timeRange(required('from', from), required('to', to)),
    metrics,
    by: listed(by).map((name) => dimensionNamed(name, 'by')),
    where: where.map((text) => filterFrom(text, '=')),
    exact,
    ...(asOf === undefined ? {} : { asOf }),
    ...(compare === undefined ? {} : { compare: listed(compare).map(comparedWith) }),
    ...(view === undefined ? {} : { view: viewNamed(view) }),
  };
  if (then !== undefined && (metrics.length > 1 || question.by.length > 0))
    throw new InvalidQuery('diff', 'Name one metric and no dimension with --diff; keep a ward or a point with --where.');
  return { question, isJson: json, ...(then === undefined ? {} : { diff: { then, page: pageOf(page) } }) };
}
