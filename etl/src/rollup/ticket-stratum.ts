import { sql } from '@evenhand/warehouse';
import { isStillWaiting, judgedTickets } from './judged-tickets';
import type { FactRollup } from './rollup';

/** Tickets per point, day, field, channel and band of two hours. */
export const ticketStratum: FactRollup = {
  table: 'ticket_stratum',
  keys: ['point_code', 'field_code', 'channel', 'hour_band'],
  version: 1,
  entity: 'ticket',
  days: ['issued_on'],
  restless: isStillWaiting,
  select: (rows, isWanted, counting) => sql`
    SELECT day, point_code, field_code, channel, intDiv(half_hour, 4) AS hour_band,
      countIf(is_valid) AS tickets,
      countIf(is_long) AS long_waits,
      countIf(is_called) AS called,
      sumIf(wait, is_called) AS wait_sum_ms,
      sumIf(toInt128(wait) * wait, is_called) AS wait_squares
    FROM ${judgedTickets(rows, isWanted, counting)}
    GROUP BY day, point_code, field_code, channel, hour_band`,
};
