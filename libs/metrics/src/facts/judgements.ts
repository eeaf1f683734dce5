import { identifier, join, sql, type Sql } from '@evenhand/warehouse';
import type { Rule, RuleContext } from '../registry/definition';
import { waitedSoFar, waitLimit } from '../registry/wait-rules';
import type { Entity, Fact } from './fact';

/** How many of a half-hour waited too long: those whose wait was seen, and those who still stand in line. */
const longWaits: Rule = (context) => sql`toInt64(arrayCount(wait -> wait > ${waitLimit(context)}, waits)
  + arrayCount((issued_at, source) -> ${waitedSoFar(context)} > ${waitLimit(context)}, in_line.1, in_line.2))`;

/** Columns of facts that depend on the city's rules. */
const JUDGEMENTS: Readonly<Partial<Record<Entity, Readonly<Record<string, Rule>>>>> = { queue_slot: { long_waits: longWaits } };

/** The rows of a fact with what the city's rules make of them. */
export function judged({ entity, table }: Fact, rows: Sql, context: RuleContext): Sql {
  const judgements = Object.entries(JUDGEMENTS[entity] ?? {});
  if (judgements.length === 0) return rows;
  const columns = judgements.map(([name, rule]) => sql`${rule(context)} AS ${identifier(name)}`);
  return sql`(SELECT *, ${join(columns, ', ')} FROM ${rows}) AS ${identifier(`judged_${table}`)}`;
}
