import {
  type Answer,
  type AnswerRow,
  type CitySettings,
  InvalidQuery,
  type MetricInfo,
  type Question,
  type Scope,
  type Value,
} from '@evenhand/domain';
import type { Sql, Warehouse } from '@evenhand/warehouse';
import { checkQuestion, dimensionsOf } from './check-question';
import { compile } from './compile/compile';
import { type AnswerDiff, answerDiff, type DiffRequest } from './diff/answer-diff';
import { type Part, partsOf, placeOf, type Planned } from './compile/part';
import { isGrain } from './compile/buckets';
import { coverable, coverageOf, coverageShare, isAwaited } from './coverage';
import type { Entity } from './facts/fact';
import { feedsOf } from './facts/feeds-of';
import { knownAt } from './facts/known';
import { figureOf } from './figure';
import { type Computation, type MetricDefinition, type Term, termsOf } from './registry/definition';
import { REGISTRY } from './registry/registry';
import { compareKeys, indexed, type Key, keyIn, keyText, numbersIn, type ResultRow } from './results';
import { RememberedRows } from './remembered-rows';
import { resolveAsOf } from './resolve-as-of';
import { type RowsBehind, rowsBehind, type RowsRequest } from './rows-behind';
import { drawnToMean, findSpreads, type Spreads } from './satisfaction/spreads';
import { valueOf } from './value';

/** Everything the engine said about a question. */
interface Findings {
  readonly planned: Planned;
  readonly parts: readonly { readonly part: Part; readonly rows: ReadonlyMap<string, ResultRow> }[];
  readonly entities: readonly Entity[];
  readonly coverage: ReadonlyMap<string, ResultRow>;
  readonly asOf: ReadonlyMap<string, string | null>;
  readonly spreads: Spreads;
}

/** Up to this many tickets the waits themselves are read as fast as the bins of the rollup, and percentiles are exact. */
const BINS_ABOVE = 2_000_000;

/** Answers questions about the city. There is no way to ask without a scope. */
export class MetricAnswers {
  private readonly remembered: RememberedRows;

  constructor(
    private readonly warehouse: Warehouse,
    private readonly city: CitySettings,
    private readonly binsAbove = BINS_ABOVE,
  ) {
    this.remembered = new RememberedRows(warehouse);
  }

  /** What can be asked: every metric in words. */
  catalog(): MetricInfo[] {
    return REGISTRY.map((metric) => {
      const { computation, ...info } = metric;
      return { ...info, kind: computation.kind, dimensions: dimensionsOf(metric) };
    });
  }

  /** Answers a question for the points of the scope; none in the scope, no rows. Throws InvalidQuery. */
  async answer(question: Question, scope: Scope): Promise<Answer> {
    const metrics = checkQuestion(question);
    return this.together(async () => {
      const { asked, answered } = await this.resolved(question);
      if (scope.points !== 'all' && scope.points.length === 0) return { question: answered, rows: [] };
      const findings = await this.find(asked, scope, metrics);
      const rows = keysOf(asked, findings).map((key) => this.row(asked, metrics, findings, key));
      return { question: answered, rows };
    });
  }

  /** The cases behind a figure, page by page. Throws InvalidQuery. */
  async rows(request: RowsRequest, scope: Scope): Promise<RowsBehind> {
    return this.together(async () => {
      const { asked } = await this.resolved(request);
      return rowsBehind({ warehouse: this.warehouse, city: this.city }, asked, scope);
    });
  }

  /** Why a figure is another than it was at an earlier moment, page by page. Throws InvalidQuery. */
  async diff(request: DiffRequest, scope: Scope): Promise<AnswerDiff> {
    return this.together(async () => {
      const { metric, from, to, where } = request;
      const then = await this.moment(request.then, 'then');
      const asOf = request.asOf === undefined ? undefined : await this.moment(request.asOf, 'asOf');
      const valueAt = async (moment: string | undefined): Promise<Value> => {
        const question = { metrics: [metric], by: [], from, to, where, exact: true, asOf: moment };
        const value = (await this.answer(question, scope)).rows[0]?.values[metric];
        if (!value) throw new InvalidQuery('scope', 'There is no point that you may see.');
        return value;
      };
      const figures = { then: await valueAt(then), now: await valueAt(asOf) };
      const place = { warehouse: this.warehouse, city: this.city };
      return { asOf: { then, now: asOf ?? null }, ...figures, ...(await answerDiff(place, { ...request, then, asOf }, scope)) };
    });
  }

  private async moment(text: string, field: string): Promise<string> {
    return (await resolveAsOf({ warehouse: this.warehouse, city: this.city }, text, field)).at;
  }

  /** Gives several answers as one: all of them rest on the same publications. */
  together<Result>(answers: () => Promise<Result>): Promise<Result> {
    return this.warehouse.reading(answers);
  }

  // Where nothing has been published since, what was known then is what is known, and the rollups know it.
  private async resolved<Q extends { readonly asOf?: string | undefined }>(
    question: Q,
  ): Promise<{ readonly asked: Q; readonly answered: Q }> {
    if (question.asOf === undefined) return { asked: question, answered: question };
    const { at, isPresent } = await resolveAsOf({ warehouse: this.warehouse, city: this.city }, question.asOf);
    return { asked: { ...question, asOf: isPresent ? undefined : at }, answered: { ...question, asOf: at } };
  }

  private async find(question: Question, scope: Scope, metrics: readonly MetricDefinition[]): Promise<Findings> {
    const computations = metrics.map(({ computation }) => computation);
    const entities = [...new Set(computations.flatMap(feedsUnder))];
    const known = knownAt(question.asOf);
    const asked = { question, scope, city: this.city, known };
    const { version, tickets } = await this.remembered.state();
    const planned = { question, readsBins: tickets > this.binsAbove };
    const rows = (statement: Sql): Promise<readonly ResultRow[]> => this.remembered.rows(version, statement);
    const [until, coverage, parts, spreads] = await Promise.all([
      rows(known.untilEach(entities)),
      rows(coverageOf(entities, asked)),
      Promise.all(
        partsOf(planned, computations).map(async (part) => ({
          part,
          rows: indexed(await rows(compile({ part, ...asked })), question.by),
        })),
      ),
      findSpreads({ ...asked, planned, rows }, computations),
    ]);
    return {
      planned,
      entities,
      parts,
      spreads,
      coverage: indexed(coverage, coverable(question.by)),
      asOf: new Map(Object.entries(until[0] ?? {}).map(([entity, at]) => [entity, typeof at === 'string' ? at : null])),
    };
  }

  private row(question: Question, metrics: readonly MetricDefinition[], findings: Findings, key: Key): AnswerRow {
    return { key, values: Object.fromEntries(metrics.map((metric) => [metric.id, this.value(question, metric, findings, key)])) };
  }

  private value(question: Question, metric: MetricDefinition, { planned, parts, coverage, asOf, spreads }: Findings, key: Key): Value {
    const used = new Set<Part>();
    const { computation } = metric;
    const plain = figureOf(computation, (term) => {
      const found = parts.find(({ part }) => holds(part, planned, metric, term));
      if (!found) throw new Error(`No statement counts "${metric.id}"`);
      used.add(found.part);
      return numbersIn(found.part, term, found.rows.get(keyText(key, question.by)));
    });
    const figure = computation.kind === 'shrunk' ? drawnToMean(plain, spreads(computation.of, key)) : plain;
    const feeds = [...new Set(feedsUnder(computation))].map((entity) => ({
      coverage: coverageShare(entity, coverage.get(keyText(key, coverable(question.by)))),
      asOf: asOf.get(entity) ?? null,
    }));
    return valueOf({ metric, figure, feeds, from: [...used].every(({ from }) => from === 'rollup') ? 'rollup' : 'raw' });
  }
}

/** The feeds that a computation rests on. */
const feedsUnder = (computation: Computation): readonly Entity[] => termsOf(computation).flatMap(({ entity }) => feedsOf(entity));

const holds = (part: Part, planned: Planned, { computation }: MetricDefinition, term: Term): boolean =>
  part.fact === placeOf(planned, computation, term).fact && part.wanted.some((wanted) => wanted.term === term);

/** Every key that has cases, and every point, ward, branch or bucket from which cases were expected. */
function keysOf({ by }: Question, { entities, parts, coverage }: Findings): readonly Key[] {
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
