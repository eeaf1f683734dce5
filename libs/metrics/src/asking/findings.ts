import type { CitySettings, Question, Scope, Value } from '@evenhand/domain';
import type { Sql } from '@evenhand/warehouse';
import { appliesTo } from '../applies';
import { isGrain } from '../compile/buckets';
import { compile } from '../compile/compile';
import { type Part, partsOf, placeOf, type Planned } from '../compile/part';
import { coverable, coverageOf, coverageShare, isAwaited, isIncomplete } from '../coverage';
import type { ToldEntity } from '../facts/fact';
import { feedsOf } from '../facts/feeds-of';
import { knownAt } from '../facts/known';
import { figureOf } from '../figure';
import { type Computation, type MetricDefinition, type Term, termsOf } from '../registry/definition';
import { compareKeys, indexed, type Key, keyIn, keyText, numbersIn, type ResultRow } from '../results';
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

/** The figure of one metric for one row, with all that is needed to trust it. */
export function valueIn(findings: Findings, metric: MetricDefinition, key: Key): Value {
  const { planned, parts, coverage, silences, asOf, spreads, ratioIntervals } = findings;
  const { by } = planned.question;
  const used = new Set<Part>();
  const { computation } = metric;
  const plain = figureOf(computation, (term) => {
    const found = parts.find(({ part }) => holds(part, planned, metric, term));
    if (!found) throw new Error(`No statement counts "${metric.id}"`);
    used.add(found.part);
    return numbersIn(found.part, term, found.rows.get(keyText(key, by)));
  });
  const figure =
    computation.kind === 'shrunk'
      ? drawnToMean(plain, spreads(computation.of, key))
      : computation.kind === 'ratio' && computation.by !== 'n'
        ? { ...plain, interval: ratioIntervals(computation, key) }
        : plain;
  const feeds = feedsUnder(computation).map((entity) => ({
    coverage: coverageShare(entity, coverage.get(keyText(key, coverable(by)))),
    asOf: asOf.get(entity) ?? null,
    silence: silences(entity, key),
  }));
  const from = [...used].every((part) => part.from === 'rollup') ? 'rollup' : 'raw';
  return valueOf({ metric, figure, feeds, applies: appliesTo(computation, key), from });
}

const holds = (part: Part, planned: Planned, { computation }: MetricDefinition, term: Term): boolean =>
  part.fact === placeOf(planned, computation, term).fact && part.wanted.some((wanted) => wanted.term === term);

/** Every key that has cases, and every point, ward, branch or bucket from which cases were expected. */
export function keysOf({ planned, entities, parts, coverage }: Findings): readonly Key[] {
  const { by } = planned.question;
  if (by.length === 0) return [{}];
  const expected = coverable(by).length === by.length ? [...coverage.values()] : [];
  // Of a bucket of time there is nothing to say before somebody could have told us of it; a point is there at any time.
  const known = by.some(isGrain) ? expected.filter((row) => entities.some((entity) => isAwaited(entity, row))) : expected;
  const keys = new Map<string, Key>();
  for (const row of [...parts.flatMap(({ rows }) => [...rows.values()]), ...known]) {
    const key = keyIn(row, by);
    keys.set(keyText(key, by), key);
  }
  return [...keys.values()].sort(compareKeys(by));
}
