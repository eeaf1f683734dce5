import { identifier, join, param, sql, type Sql } from '@evenhand/warehouse';
import { CHOOSING, draftBy } from '../compile/compile';
import { type Asked, contextOf, whereOf, withOf } from '../compile/draft';
import type { Term } from '../registry/definition';

/** The same question at two moments. */
export interface Sides {
  readonly then: Asked;
  readonly now: Asked;
}

/** What tells one case from another. */
export const caseKeyOf = ({ distinct }: Term): Sql => (distinct ? sql`cityHash64(${join(distinct.map(identifier), ', ')})` : sql`key_hash`);

/** Each case of a term with what it adds to the figure, as one moment knew it. */
function contributions(term: Term, asked: Asked, isNow: boolean): Sql {
  const chosen = draftBy(CHOOSING, asked);
  const context = contextOf(asked, chosen);
  const where = whereOf({ ...chosen, where: [...chosen.where, sql`(${term.cases(context)})`] });
  const [first] = asked.part.fact.order;
  return sql`SELECT * FROM (${withOf(chosen)}SELECT ${caseKeyOf(term)} AS case_key, toString(${identifier(first ?? 'source')}) AS place,
    ${isNow ? sql`1` : sql`0`} AS is_now, toUInt8(${term.hits?.(context) ?? sql`0`}) AS hits, toInt64(${term.amount?.(context) ?? sql`0`}) AS amount
    FROM ${chosen.from}${where})`;
}

/** The cases that add something else to the figure, with what they add at both moments. */
function movedCases(term: Term, { then, now }: Sides): Sql {
  return sql`(
  SELECT case_key, min(place) AS place,
    toInt64(max(is_now)) - toInt64(max(1 - is_now)) AS moved_n,
    toInt64(maxIf(hits, is_now = 1)) - toInt64(maxIf(hits, is_now = 0)) AS moved_cases,
    sumIf(amount, is_now = 1) - sumIf(amount, is_now = 0) AS moved_amount
  FROM (${contributions(term, then, false)} UNION ALL ${contributions(term, now, true)})
  GROUP BY case_key HAVING moved_n != 0 OR moved_cases != 0 OR moved_amount != 0
)`;
}

/** A case that moved a figure. */
export interface Moved {
  /** As text: numbers of 64 bits do not fit into a JSON number. */
  readonly key: string;
  readonly n: number;
  readonly cases: number;
  readonly amount: number;
}

/** A page of the cases that moved, in the order of their first column. */
export const movedPage = (term: Term, sides: Sides, { page, size }: { readonly page: number; readonly size: number }): Sql => sql`
  SELECT toString(case_key) AS key, moved_n AS n, moved_cases AS cases, moved_amount AS amount
  FROM ${movedCases(term, sides)} ORDER BY place, case_key LIMIT ${param('UInt32', size)} OFFSET ${param('UInt32', (page - 1) * size)}`;

/** How many moved, and what that comes to. */
export interface MovedTotal extends Omit<Moved, 'key'> {
  readonly total: number;
}

export const movedTotal = (term: Term, sides: Sides): Sql => sql`
  SELECT count() AS total, sum(moved_n) AS n, sum(moved_cases) AS cases, sum(moved_amount) AS amount FROM ${movedCases(term, sides)}`;
