import { WAIT_BIN_EDGES, WAIT_BINS } from '@evenhand/domain';
import { param, type Sql, sql, trusted } from '@evenhand/warehouse';
import { SERVICE_BOUNDS_MS } from '../contract/entities/ticket';
import type { Counting, RollupSettings, Telling } from './rollup';

export const MS_PER_MINUTE = 60_000;

/**
 * Counts per bin of waits that keep a condition, each bin closed on the right. The edges are whole minutes, so a wait finds its
 * bin by the number of minutes it began.
 */
export function binsOf(wait: string, condition: string): Sql {
  const last = WAIT_BIN_EDGES.at(-1) ?? 0;
  const binAt = (minutes: number): number => 1 + WAIT_BIN_EDGES.filter((edge) => edge < minutes).length;
  const bins = Array.from({ length: last + 2 }, (_, minutes) => binAt(minutes));
  const begun = `intDiv(${wait} + ${MS_PER_MINUTE - 1}, ${MS_PER_MINUTE})`;
  const bin = `[${bins.join(', ')}][greatest(0, least(${begun}, ${last + 1})) + 1]`;
  return trusted(`CAST(countResample(1, ${WAIT_BINS + 1}, 1)(if(${condition}, ${bin}, 0)), 'Array(UInt32)')`);
}

/**
 * Tickets of the wanted days with what a rollup asks of each: whether it counts, was called, was served in a plausible time,
 * and for how long somebody waited who was not called (`patience`).
 */
export const judgedTickets = (rows: Sql, isWanted: (day: Sql) => Sql, { longWaitMinutes, toldUntil }: Counting): Sql => {
  const { shortest, longest } = SERVICE_BOUNDS_MS;
  const long = param('Int64', Math.round(longWaitMinutes * MS_PER_MINUTE));
  return sql`(
    WITH ${toldUntil} AS known
    SELECT point_code, issued_on AS day, half_hour, field_code, channel, source, outcome,
      outcome != 'void' AS is_valid,
      is_valid AND isNotNull(wait_ms) AS is_called,
      is_valid AND isNotNull(service_ms) AS is_timed,
      ifNull(wait_ms, 0) AS wait,
      ifNull(service_ms, 0) AS service,
      is_timed AND service BETWEEN ${param('Int64', shortest)} AND ${param('Int64', longest)} AS is_plausible,
      is_valid AND isNull(wait_ms) AND (isNotNull(waited_until_left_ms) OR outcome = 'waiting') AS is_censored,
      if(is_censored, ifNull(waited_until_left_ms, known[toString(source)] - toUnixTimestamp64Milli(issued_at)), 0) AS patience,
      is_valid AND if(isNotNull(wait_ms), wait, patience) > ${long} AS is_long
    FROM ${rows} WHERE ${isWanted(sql`issued_on`)})`;
};

/** Somebody still waiting has waited for longer once the source has told more; beyond the last edge nothing changes. */
export const isStillWaiting = ({ source, before, after }: Telling, { longWaitMinutes }: RollupSettings): Sql => {
  const longest = Math.max(longWaitMinutes, WAIT_BIN_EDGES.at(-1) ?? 0) * MS_PER_MINUTE;
  const from = new Date(Math.max(0, (before?.getTime() ?? 0) - longest));
  const instant = (at: Date): Sql => sql`fromUnixTimestamp64Milli(${param('Int64', at.getTime())}, 'UTC')`;
  return sql`outcome = 'waiting' AND source = ${param('String', source)}
    AND issued_on + 1 >= toDate(${instant(from)}) AND issued_at >= ${instant(from)} AND issued_at <= ${instant(after ?? from)}`;
};
