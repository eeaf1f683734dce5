import type { CitySettings } from '@evenhand/domain';
import { identifier, join, param, sql, type Sql } from '@evenhand/warehouse';
import type { Fact } from '../facts/fact';
import { FACTS } from '../facts/facts';
import type { Known } from '../facts/known';
import type { RuleContext, Term } from '../registry/definition';
import { metricNamed } from '../registry/registry';
import type { CaseContext, Judging } from './standard';

export type MetricJudging = Extract<Judging, { kind: 'metric' }>;

/** What a metric's rules look at, and what is known. */
export interface MetricSetting {
  readonly city: CitySettings;
  readonly known: Known;
}

const contextOf = ({ city, known }: MetricSetting): RuleContext => ({ city, known, moment: sql`NULL` });

const dayOf = (term: Term, fact: Fact): Sql => identifier(term.day ?? fact.day);

const inRange = (day: Sql, { range: { from, to } }: CaseContext): Sql =>
  sql`${day} >= ${param('Date', from)} AND ${day} < ${param('Date', to)}`;

/** The term of a share; undefined for a metric that counts no single cases. */
export function shareTerm({ metric }: MetricJudging): Term | undefined {
  const { computation } = metricNamed(metric);
  return computation.kind === 'rate' ? computation.of : undefined;
}

/** The cases of a share as a relation: those a ceiling counts are breaches, those a floor counts are not. */
export function casesOfShare(term: Term, judging: MetricJudging, context: CaseContext, setting: MetricSetting): Sql {
  const fact = FACTS[term.entity];
  const hits = term.hits?.(contextOf(setting)) ?? sql`0`;
  const columns = join(
    fact.detail.filter(({ id }) => id !== 'point_code').map(({ id }) => identifier(id)),
    ', ',
  );
  return sql`SELECT point_code, assumeNotNull(${dayOf(term, fact)}) AS day, ${judging.comparison === 'at_most' ? sql`(${hits})` : sql`NOT (${hits})`} AS is_breach, ${columns}
FROM ${setting.known.rows(fact)} WHERE ${inRange(dayOf(term, fact), context)} AND (${term.cases(contextOf(setting))})`;
}

/** The value of a ratio and the cases below its line, over the raw rows: one row of `value` and `n`. */
export function ratioOf({ metric }: MetricJudging, context: CaseContext, setting: MetricSetting): Sql | undefined {
  const { computation } = metricNamed(metric);
  if (computation.kind !== 'ratio') return undefined;
  const sumOf = (term: Term): Sql => {
    const fact = FACTS[term.entity];
    const amount = computation.by === 'sum' ? (term.amount?.(contextOf(setting)) ?? sql`0`) : sql`1`;
    return sql`SELECT sum(${amount}) AS amount, count() AS cases FROM ${setting.known.rows(fact)} WHERE ${inRange(dayOf(term, fact), context)} AND (${term.cases(contextOf(setting))})`;
  };
  return sql`SELECT above.amount / below.amount AS value, below.cases AS n FROM (${sumOf(computation.top)}) AS above CROSS JOIN (${sumOf(computation.bottom)}) AS below`;
}
