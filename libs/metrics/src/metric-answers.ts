import type { Answer, AnswerRow, CitySettings, MetricInfo, Question, Scope, Value } from '@evenhand/domain';
import { sql, type Warehouse } from '@evenhand/warehouse';
import { checkQuestion, dimensionsOf } from './check-question';
import { compile } from './compile/compile';
import { isRolledUp, type Part, partsOf } from './compile/part';
import { coverable, coverageOf, type CoverageRow, coverageShare } from './coverage';
import type { Entity } from './facts/fact';
import { figureOf } from './figure';
import { type MetricDefinition, type Term, termsOf } from './registry/definition';
import { REGISTRY } from './registry/registry';
import { compareKeys, indexed, type Key, keyIn, keyText, numbersIn, type ResultRow } from './results';
import { type RowsBehind, rowsBehind, type RowsRequest } from './rows-behind';
import { valueOf } from './value';

/** Everything the engine said about a question. */
interface Findings {
  readonly parts: readonly { readonly part: Part; readonly rows: ReadonlyMap<string, ResultRow> }[];
  readonly coverage: ReadonlyMap<Entity, ReadonlyMap<string, CoverageRow>>;
  readonly asOf: ReadonlyMap<Entity, string>;
}

/** Answers questions about the city. There is no way to ask without a scope. */
export class MetricAnswers {
  constructor(
    private readonly warehouse: Warehouse,
    private readonly city: CitySettings,
  ) {}

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
    if (scope.points !== 'all' && scope.points.length === 0) return { question, rows: [] };
    const findings = await this.find(question, scope, metrics);
    const rows = keysOf(question, findings).map((key) => this.row(question, metrics, findings, key));
    return { question, rows };
  }

  /** The cases behind a figure, page by page. Throws InvalidQuery. */
  async rows(request: RowsRequest, scope: Scope): Promise<RowsBehind> {
    return rowsBehind({ warehouse: this.warehouse, city: this.city }, request, scope);
  }

  private async find(question: Question, scope: Scope, metrics: readonly MetricDefinition[]): Promise<Findings> {
    const computations = metrics.map(({ computation }) => computation);
    const entities = [...new Set(computations.flatMap(termsOf).map(({ entity }) => entity))];
    const [known, coverage, parts] = await Promise.all([
      this.warehouse.rows<{ entity: Entity; at: string }>(
        sql`SELECT entity, max(latest_at) AS at FROM known_until FINAL GROUP BY entity ORDER BY entity`,
      ),
      Promise.all(entities.map((entity) => this.warehouse.rows<CoverageRow>(coverageOf(entity, question, scope, this.city)))),
      Promise.all(
        partsOf(question, computations).map(async (part) => ({
          part,
          rows: indexed(await this.warehouse.rows<ResultRow>(compile({ part, question, scope, city: this.city })), question.by),
        })),
      ),
    ]);
    return {
      parts,
      coverage: new Map(entities.map((entity, index) => [entity, indexed(coverage[index] ?? [], coverable(question.by))])),
      asOf: new Map(known.map(({ entity, at }) => [entity, at])),
    };
  }

  private row(question: Question, metrics: readonly MetricDefinition[], findings: Findings, key: Key): AnswerRow {
    return { key, values: Object.fromEntries(metrics.map((metric) => [metric.id, this.value(question, metric, findings, key)])) };
  }

  private value(question: Question, metric: MetricDefinition, { parts, coverage, asOf }: Findings, key: Key): Value {
    const used = new Set<Part>();
    const figure = figureOf(metric.computation, (term) => {
      const found = parts.find(({ part }) => holds(part, question, metric, term));
      if (!found) throw new Error(`No statement counts "${metric.id}"`);
      used.add(found.part);
      return numbersIn(found.part, term, found.rows.get(keyText(key, question.by)));
    });
    const feeds = [...new Set(termsOf(metric.computation).map(({ entity }) => entity))].map((entity) => ({
      coverage: coverageShare(coverage.get(entity)?.get(keyText(key, coverable(question.by)))),
      asOf: asOf.get(entity) ?? null,
    }));
    return valueOf({ metric, figure, feeds, from: [...used].every(({ from }) => from === 'rollup') ? 'rollup' : 'raw' });
  }
}

const holds = (part: Part, question: Question, { computation }: MetricDefinition, term: Term): boolean =>
  part.from === (isRolledUp(question, computation, term) ? 'rollup' : 'raw') && part.wanted.some((wanted) => wanted.term === term);

/** Every key that has cases, and every point, ward, branch or bucket from which cases were expected. */
function keysOf(question: Question, { parts, coverage }: Findings): readonly Key[] {
  const { by } = question;
  if (by.length === 0) return [{}];
  const isExpected = coverable(by).length === by.length;
  const rows = [...parts.map((part) => part.rows), ...(isExpected ? coverage.values() : [])].flatMap((map) => [...map.values()]);
  const keys = new Map<string, Key>();
  for (const row of rows) {
    const key = keyIn(row, by);
    keys.set(keyText(key, by), key);
  }
  return [...keys.values()].sort(compareKeys(question));
}
