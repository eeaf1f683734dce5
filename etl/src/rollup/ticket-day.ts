import { WAIT_BIN_EDGES, WAIT_BINS } from '@evenhand/domain';
import { param, type Sql, sql, trusted } from '@evenhand/warehouse';
import { SERVICE_BOUNDS_MS } from '../contract/entities/ticket';
import type { Counting, FactRollup } from './rollup';

const MS_PER_MINUTE = 60_000;

/**
 * Counts of observed waits per bin, each closed on the right. The edges are whole minutes, so a wait finds its bin by the
 * number of minutes it began.
 */
function binsSql(): string {
  const last = WAIT_BIN_EDGES.at(-1) ?? 0;
  const binOf = (minutes: number): number => 1 + WAIT_BIN_EDGES.filter((edge) => edge < minutes).length;
  const bins = Array.from({ length: last + 2 }, (_, minutes) => binOf(minutes));
  const begun = `intDiv(wait + ${MS_PER_MINUTE - 1}, ${MS_PER_MINUTE})`;
  const bin = `[${bins.join(', ')}][greatest(0, least(${begun}, ${last + 1})) + 1]`;
  return `CAST(countResample(1, ${WAIT_BINS + 1}, 1)(if(is_called, ${bin}, 0)), 'Array(UInt32)')`;
}

const select = (rows: Sql, isWanted: (day: Sql) => Sql, { longWaitMinutes, toldUntil }: Counting): Sql => {
  const { shortest, longest } = SERVICE_BOUNDS_MS;
  return sql`
    WITH ${param('Int64', Math.round(longWaitMinutes * MS_PER_MINUTE))} AS long, ${toldUntil} AS known
    SELECT point_code, issued_on AS day, field_code, channel, source,
      toUInt32(countIf(is_valid)) AS tickets,
      toUInt32(countIf(outcome = 'void')) AS void_tickets,
      toUInt32(countIf(is_called)) AS called,
      toUInt32(countIf(outcome = 'served')) AS served,
      toUInt32(countIf(outcome = 'no_show')) AS no_show,
      toUInt32(countIf(outcome = 'abandoned')) AS abandoned,
      toUInt32(countIf(outcome = 'closed_by_system')) AS closed_by_system,
      toUInt32(countIf(outcome = 'waiting')) AS waiting,
      toUInt32(countIf(is_valid AND multiIf(isNotNull(wait_ms), wait > long, isNotNull(waited_until_left_ms), left_after > long,
        outcome = 'waiting', known[toString(source)] - toUnixTimestamp64Milli(issued_at) > long, 0))) AS long_waits,
      sumIf(wait, is_called) AS wait_sum_ms,
      maxIf(wait, is_called) AS longest_wait_ms,
      toUInt32(countIf(is_timed)) AS service_n,
      sumIf(service, is_timed) AS service_sum_ms,
      sumIf(service, is_timed AND service BETWEEN ${param('Int64', shortest)} AND ${param('Int64', longest)}) AS serving_ms,
      ${trusted(binsSql())} AS wait_bins
    FROM (
      SELECT *, outcome != 'void' AS is_valid, is_valid AND isNotNull(wait_ms) AS is_called, is_valid AND isNotNull(service_ms) AS is_timed,
        ifNull(wait_ms, 0) AS wait, ifNull(service_ms, 0) AS service, ifNull(waited_until_left_ms, 0) AS left_after
      FROM ${rows} WHERE ${isWanted(sql`issued_on`)})
    GROUP BY point_code, issued_on, field_code, channel, source`;
};

/** Tickets per point, day, field, channel and source. */
export const ticketDay: FactRollup = {
  table: 'ticket_day',
  keys: ['point_code', 'field_code', 'channel', 'source'],
  version: 1,
  entity: 'ticket',
  days: ['issued_on'],
  select,
  // Somebody still waiting has waited for longer once the source has told more; beyond the last edge nothing changes.
  restless: ({ source, before, after }, { longWaitMinutes }) => {
    const longest = Math.max(longWaitMinutes, WAIT_BIN_EDGES.at(-1) ?? 0) * MS_PER_MINUTE;
    const from = new Date((before?.getTime() ?? 0) - longest);
    const instant = (at: Date): Sql => sql`fromUnixTimestamp64Milli(${param('Int64', at.getTime())}, 'UTC')`;
    return sql`outcome = 'waiting' AND source = ${param('String', source)}
      AND issued_on >= toDate(${instant(from)}) - 1 AND issued_at >= ${instant(from)} AND issued_at < ${instant(after ?? from)}`;
  },
};
