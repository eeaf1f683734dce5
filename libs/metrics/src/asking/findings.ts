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
import { type Counted, countedRows, numbersOf } from '../counted';
import { type Figure, figureOf } from '../figure';
import { type Computation, type MetricDefinition, type Term, termsOf } from '../registry/definition';
import { joined, Keys } from '../keys';
import { type Key, keyText } from '../results';
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

interface CountedPart {
  readonly part: Part;
  readonly counted: Counted;
}

/** Everything the engine said about a question. */
export interface Findings {
  readonly planned: Planned;
  readonly parts: readonly CountedPart[];
  /** The statement that counts a part. */
  readonly statementOf: (part: Part) => Sql;
  readonly entities: readonly ToldEntity[];
  readonly coverage: Counted;
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
      partsOf(planned, computations).map(async (part): Promise<CountedPart> => ({ part, counted: await count({ part, ...asked }) })),
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
  const by = coverable(question.by);
  const coverage = await (sheets
    ? sheets.coverage(entities, asked)
    : rows(coverageOf(shared(entities), asked)).then((told) => countedRows(told, by)));
  if (!mayBeSilent(question) || !isAnyIncomplete(entities, coverage)) return { coverage, silences: () => NO_SILENCE };
  const silence = await (sheets ? sheets.silence(entities, asked) : rows(silenceOf(entities, asked)));
  return { coverage, silences: silencesIn(silence, question.by) };
}

function isAnyIncomplete(entities: readonly ToldEntity[], coverage: Counted): boolean {
  const each = entities.map((entity) => isIncomplete(entity, coverage));
  for (let row = 0; row < coverage.keys.size; row++) if (each.some((isSo) => isSo(row))) return true;
  return false;
}

/** The rows of an answer, and where they are told of. */
interface Rows {
  readonly keys: Keys;
  /** The row of a part that counts an answer's row; −1 where it has none. */
  readonly rowIn: (part: CountedPart) => (row: number) => number;
  /** The row of what was expected for an answer's row. */
  readonly coverageRow: (row: number) => number;
}

const lookedUp = (rows: Int32Array | null | undefined) => (row: number) => (rows ? (rows[row] ?? -1) : row);

/** Without a breakdown there is one row, also of nothing. */
const WHOLE: Rows = {
  keys: new Keys([], 1),
  rowIn:
    ({ counted: { keys } }) =>
    (row) =>
      keys.size > 0 ? row : -1,
  coverageRow: (row) => row,
};

/**
 * Every key that has cases, and every point, ward, branch or bucket from which cases were expected. Of a bucket of time there is
 * nothing to say before somebody could have told us of it; a point is there at any time.
 */
function rowsIn({ planned, entities, parts, coverage }: Findings): Rows {
  const { by } = planned.question;
  const feedBy = coverable(by);
  const isTold = feedBy.length === by.length && by.length > 0;
  const awaited = by.some(isGrain) ? entities.map((entity) => isAwaited(entity, coverage)) : null;
  const isWanted = (row: number): boolean => awaited?.some((isSo) => isSo(row)) ?? true;
  if (by.length === 0) return WHOLE;
  const all = parts.map(({ counted: { keys } }) => ({ keys }));
  const { keys, rowsIn: found } = joined(by, isTold ? [...all, { keys: coverage.keys, isWanted }] : all);
  const ofCoverage = isTold ? lookedUp(found.at(-1)) : (row: number) => coverage.keys.rowOf(keyText(keys.at(row), feedBy));
  return { keys, rowIn: (part) => lookedUp(found[parts.indexOf(part)]), coverageRow: ofCoverage };
}

/** Finds the numbers of a metric's terms in any row of an answer. */
function termNumbers({ planned, parts }: Findings, { id, computation }: MetricDefinition, { rowIn }: Rows) {
  const found = termsOf(computation).map((term) => {
    const { fact } = placeOf(planned, computation, term);
    const holder = parts.find(({ part }) => part.fact === fact && part.wanted.some((wanted) => wanted.term === term));
    if (!holder) throw new Error(`No statement counts "${id}"`);
    return { term, part: holder.part, rowOf: rowIn(holder), read: numbersOf(holder.part, term, holder.counted) };
  });
  const numbersAt = (row: number) => (term: Term) => {
    const holder = found.find((one) => one.term === term);
    if (!holder) throw new Error(`"${id}" does not rest on that term`);
    return holder.read(holder.rowOf(row));
  };
  const from: Value['from'] = found.every(({ part }) => part.from === 'rollup') ? 'rollup' : 'raw';
  return { numbersAt, from };
}

/** Tells the figure of one metric in any row, with all that is needed to trust it. */
function valuesOf(findings: Findings, metric: MetricDefinition, rows: Rows): (row: number, key: Key) => Value {
  const { coverage, silences, asOf, spreads, ratioIntervals } = findings;
  const { computation } = metric;
  const { numbersAt, from } = termNumbers(findings, metric, rows);
  const feedsUnderIt = feedsUnder(computation).map((entity) => ({
    entity,
    shareIn: coverageShare(entity, coverage),
    asOf: asOf.get(entity) ?? null,
  }));
  const applies = appliesTo(computation);
  const finished = (plain: Figure, key: Key): Figure => {
    if (computation.kind === 'shrunk') return drawnToMean(plain, spreads(computation.of, key));
    if (computation.kind !== 'ratio' || computation.by === 'n') return plain;
    return { ...plain, interval: ratioIntervals(computation, key) };
  };
  return (row, key) => {
    const figure = finished(figureOf(computation, numbersAt(row)), key);
    const told = rows.coverageRow(row);
    const feeds = feedsUnderIt.map(({ entity, shareIn, asOf: until }) => ({
      coverage: shareIn(told),
      asOf: until,
      silence: silences(entity, key),
    }));
    return valueOf({ metric, figure, feeds, applies: applies(key), from });
  };
}

/** The figure of one metric of a question without a breakdown, with all that is needed to trust it. */
export const wholeValue = (findings: Findings, metric: MetricDefinition): Value => valuesOf(findings, metric, rowsIn(findings))(0, {});

/** The rows of an answer, with the figures of these metrics. */
export function answerRows(findings: Findings, metrics: readonly MetricDefinition[]): readonly AnswerRow[] {
  const rows = rowsIn(findings);
  const figures = metrics.map((metric) => ({ id: metric.id, valueAt: valuesOf(findings, metric, rows) }));
  return Array.from({ length: rows.keys.size }, (_, row) => {
    const key = rows.keys.at(row);
    const values: Record<string, Value> = {};
    for (const { id, valueAt } of figures) values[id] = valueAt(row, key);
    return { key, values };
  });
}
