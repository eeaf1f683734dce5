import type { AnswerRow, CitySettings, Question, Scope, Value } from '@evenhand/domain';
import type { Sql } from '@evenhand/warehouse';
import { appliesTo } from '../applies';
import { isGrain } from '../compile/buckets';
import { compile } from '../compile/compile';
import { type Part, partsOf, placeOf, type Planned } from '../compile/part';
import { coverable, coverageOf, coverageShare, isAwaited, isIncomplete } from '../coverage';
import type { ToldEntity } from '../facts/fact';
import { feedsOf } from '../facts/feeds-of';
import { knownAt } from '../facts/known';
import { type Figure, figureOf } from '../figure';
import { type Computation, type MetricDefinition, type Term, termsOf } from '../registry/definition';
import { compareKeys, indexed, type Key, keyReader, keyText, numbersOf, type ResultRow } from '../results';
import { drawnToMean, findSpreads, type Spreads } from '../satisfaction/spreads';
import { mayBeSilent, NO_SILENCE, silenceOf, type Silences, silencesIn } from '../silence';
import { findRatioIntervals, type RatioIntervals } from '../stretches';
import type { SheetsOfState } from '../sheets/sheets';
import { valueOf } from '../value';
import { countBy, type Run } from './count';

/** What it takes to look for an answer. */
export interface Looking {
  readonly question: Question;
  readonly scope: Scope;
  readonly city: CitySettings;
  readonly readsBins: boolean;
  readonly rows: Run;
  /** What is held in memory of the data; `null` when the engine must say everything. */
  readonly sheets: SheetsOfState | null;
}

/** Everything the engine said about a question. */
export interface Findings {
  readonly planned: Planned;
  readonly parts: readonly { readonly part: Part; readonly rows: ReadonlyMap<string, ResultRow> }[];
  /** The statement that counts a part. */
  readonly statementOf: (part: Part) => Sql;
  readonly entities: readonly ToldEntity[];
  readonly coverage: ReadonlyMap<string, ResultRow>;
  readonly silences: Silences;
  readonly asOf: ReadonlyMap<string, string | null>;
  readonly spreads: Spreads;
  readonly ratioIntervals: RatioIntervals;
}

/** The feeds that a computation rests on. */
export const feedsUnder = (computation: Computation): readonly ToldEntity[] => [
  ...new Set(termsOf(computation).flatMap(({ entity }) => feedsOf(entity))),
];

/** Feeds that the figures of a page rest on: what is expected of them is asked together, once for all its questions. */
const DAILY: readonly ToldEntity[] = ['ticket', 'dossier', 'rating', 'shift'];

/** Asking for more than one question needs lets all questions of a page share a statement. */
const shared = (entities: readonly ToldEntity[]): readonly ToldEntity[] => [
  ...DAILY,
  ...entities.filter((entity) => !DAILY.includes(entity)),
];

/** Asks the engine everything that the metrics of a question rest on. */
export async function find({ readsBins, rows, sheets, ...looking }: Looking, metrics: readonly MetricDefinition[]): Promise<Findings> {
  const { question } = looking;
  const computations = metrics.map(({ computation }) => computation);
  const entities = [...new Set(computations.flatMap(feedsUnder))];
  const known = knownAt(question.asOf);
  const asked = { ...looking, known };
  const planned = { question, readsBins };
  const count = countBy({ rows, sheets, holdsEach: !readsBins });
  const [until, feeds, parts, spreads, ratioIntervals] = await Promise.all([
    rows(known.untilEach(shared(entities))),
    findFeeds(entities, { ...asked, rows, sheets }),
    Promise.all(
      partsOf(planned, computations).map(async (part) => {
        return { part, rows: indexed(await count({ part, ...asked }), question.by) };
      }),
    ),
    findSpreads({ ...asked, planned, count }, computations),
    findRatioIntervals({ ...asked, planned, count }, computations),
  ]);
  const asOf = new Map(Object.entries(until[0] ?? {}).map(([entity, at]) => [entity, typeof at === 'string' ? at : null]));
  const statementOf = (part: Part): Sql => compile({ part, ...asked });
  return { planned, entities, parts, statementOf, ...feeds, asOf, spreads, ratioIntervals };
}

type FeedLooking = Omit<Looking, 'readsBins'> & Parameters<typeof coverageOf>[1];

/** What arrived; where not everything did, what is missing as well. */
async function findFeeds(entities: readonly ToldEntity[], asked: FeedLooking): Promise<Pick<Findings, 'coverage' | 'silences'>> {
  const { question, rows } = asked;
  // What was known of feeds at an earlier instant is told by statements.
  const sheets = question.asOf === undefined ? asked.sheets : null;
  const coverage = await (sheets ? sheets.coverage(entities, asked) : rows(coverageOf(shared(entities), asked)));
  const isSilent = mayBeSilent(question) && coverage.some((row) => entities.some((entity) => isIncomplete(entity, row)));
  if (!isSilent) return { coverage: indexed(coverage, coverable(question.by)), silences: () => NO_SILENCE };
  const silence = await (sheets ? sheets.silence(entities, asked) : rows(silenceOf(entities, asked)));
  return { coverage: indexed(coverage, coverable(question.by)), silences: silencesIn(silence, question.by) };
}

/** A row of an answer: its key, and the names under which statements and feeds tell of it. */
interface Named {
  readonly key: Key;
  readonly text: string;
  readonly feedText: string;
}

function named({ planned }: Findings, key: Key): Named {
  const { by } = planned.question;
  return { key, text: keyText(key, by), feedText: keyText(key, coverable(by)) };
}

/** Finds the numbers of a metric's terms in any row. */
function termNumbers({ planned, parts }: Findings, { id, computation }: MetricDefinition) {
  const found = termsOf(computation).map((term) => {
    const { fact } = placeOf(planned, computation, term);
    const holder = parts.find(({ part }) => part.fact === fact && part.wanted.some((wanted) => wanted.term === term));
    if (!holder) throw new Error(`No statement counts "${id}"`);
    return { term, ...holder, read: numbersOf(holder.part, term) };
  });
  const numbersAt = (text: string) => (term: Term) => {
    const holder = found.find((one) => one.term === term);
    if (!holder) throw new Error(`"${id}" does not rest on that term`);
    return holder.read(holder.rows.get(text));
  };
  const from: Value['from'] = found.every(({ part }) => part.from === 'rollup') ? 'rollup' : 'raw';
  return { numbersAt, from };
}

/** Tells the figure of one metric in any row, with all that is needed to trust it. */
function valuesOf(findings: Findings, metric: MetricDefinition): (row: Named) => Value {
  const { coverage, silences, asOf, spreads, ratioIntervals } = findings;
  const { computation } = metric;
  const { numbersAt, from } = termNumbers(findings, metric);
  const entities = feedsUnder(computation);
  const applies = appliesTo(computation);
  const finished = (plain: Figure, key: Key): Figure => {
    if (computation.kind === 'shrunk') return drawnToMean(plain, spreads(computation.of, key));
    if (computation.kind !== 'ratio' || computation.by === 'n') return plain;
    return { ...plain, interval: ratioIntervals(computation, key) };
  };
  return ({ key, text, feedText }) => {
    const figure = finished(figureOf(computation, numbersAt(text)), key);
    const told = coverage.get(feedText);
    const feeds = entities.map((entity) => ({
      coverage: coverageShare(entity, told),
      asOf: asOf.get(entity) ?? null,
      silence: silences(entity, key),
    }));
    return valueOf({ metric, figure, feeds, applies: applies(key), from });
  };
}

/** The figure of one metric for one row, with all that is needed to trust it. */
export const valueIn = (findings: Findings, metric: MetricDefinition, key: Key): Value => valuesOf(findings, metric)(named(findings, key));

/** Every key that has cases, and every point, ward, branch or bucket from which cases were expected, by their names. */
function keysOf({ planned, entities, parts, coverage }: Findings): ReadonlyMap<string, Key> {
  const { by } = planned.question;
  const keys = new Map<string, Key>();
  if (by.length === 0) return keys.set('', {});
  const read = keyReader(by);
  const meet = (text: string, row: ResultRow): void => {
    if (!keys.has(text)) keys.set(text, read(row));
  };
  for (const { rows } of parts) for (const [text, row] of rows) meet(text, row);
  if (coverable(by).length < by.length) return keys;
  // Of a bucket of time there is nothing to say before somebody could have told us of it; a point is there at any time.
  const isAlwaysThere = !by.some(isGrain);
  for (const [text, row] of coverage) if (isAlwaysThere || entities.some((entity) => isAwaited(entity, row))) meet(text, row);
  return keys;
}

/** The rows of an answer, with the figures of these metrics. */
export function answerRows(findings: Findings, metrics: readonly MetricDefinition[]): readonly AnswerRow[] {
  const { by } = findings.planned.question;
  const compare = compareKeys(by);
  const feedKeys = coverable(by);
  const figures = metrics.map((metric) => ({ id: metric.id, valueAt: valuesOf(findings, metric) }));
  return [...keysOf(findings)]
    .sort(([, a], [, b]) => compare(a, b))
    .map(([text, key]) => {
      const row: Named = { key, text, feedText: feedKeys.length === by.length ? text : keyText(key, feedKeys) };
      const values: Record<string, Value> = {};
      for (const { id, valueAt } of figures) values[id] = valueAt(row);
      return { key, values };
    });
}
