import type { Question } from '@evenhand/domain';
import { literal, param, type Sql, sql } from '@evenhand/warehouse';
import type { Entity } from './facts/fact';

/** What a feed is known to have sent on the days of a question, as conditions on (point_code, day). */
function daysWhere(entity: Entity, { from, to }: Question, where: Sql): Sql {
  return sql`(point_code, day) IN (SELECT point_code, day FROM feed_day WHERE entity = ${literal(entity)} AND point_code != ''
    AND day >= ${param('Date', from)} AND day < ${param('Date', to)} AND ${where})`;
}

/** Nobody waits for a day on which the point is closed, or of which nobody could have told yet. */
export const UNAWAITED = sql`(state = 'not_expected' OR (state = 'unknown_yet' AND arrived = 0))`;
/** Too little or nothing came. */
export const UNKNOWN = sql`state IN ('thin', 'missing')`;
/** Nothing came, as was to be. */
export const QUIET = sql`state = 'complete' AND arrived = 0`;

/** Whether somebody waits for a day. */
export const isAwaitedDay = (entity: Entity, question: Question): Sql => sql`NOT ${daysWhere(entity, question, UNAWAITED)}`;

/**
 * A day counts as observed when it has cases and its feed did not send too little, or when its feed is known to be complete
 * without any: a small point has days without visitors.
 */
export const isObservedDay = (entity: Entity, question: Question, hasCases: Sql): Sql =>
  sql`((${hasCases} AND NOT ${daysWhere(entity, question, UNKNOWN)}) OR ${daysWhere(entity, question, QUIET)})`;
