import { sql } from '@evenhand/warehouse';
import { binsOf, isStillWaiting, judgedTickets } from './judged-tickets';
import type { FactRollup } from './rollup';

/** Tickets per point, day, field, channel and source. */
export const ticketDay: FactRollup = {
  table: 'ticket_day',
  keys: ['point_code', 'field_code', 'channel', 'source'],
  version: 2,
  entity: 'ticket',
  days: ['issued_on'],
  restless: isStillWaiting,
  select: (rows, isWanted, counting) => sql`
    SELECT point_code, day, field_code, channel, source,
      countIf(is_valid) AS tickets,
      countIf(outcome = 'void') AS void_tickets,
      countIf(is_called) AS called,
      countIf(outcome = 'served') AS served,
      countIf(outcome = 'no_show') AS no_show,
      countIf(outcome = 'abandoned') AS abandoned,
      countIf(outcome = 'closed_by_system') AS closed_by_system,
      countIf(outcome = 'waiting') AS waiting,
      countIf(is_long) AS long_waits,
      sumIf(wait, is_called) AS wait_sum_ms,
      maxIf(wait, is_called) AS longest_wait_ms,
      countIf(is_timed) AS service_n,
      sumIf(service, is_timed) AS service_sum_ms,
      sumIf(service, is_plausible) AS serving_ms,
      ${binsOf('wait', 'is_called')} AS wait_bins,
      countIf(is_called OR outcome = 'no_show') AS summoned,
      sumIf(toInt128(wait) * wait, is_called) AS wait_squares,
      sumIf(toInt128(service) * service, is_timed) AS service_squares,
      countIf(is_plausible) AS serving_n,
      countIf(is_censored) AS censored,
      ${binsOf('patience', 'is_censored')} AS censored_bins
    FROM ${judgedTickets(rows, isWanted, counting)}
    GROUP BY point_code, day, field_code, channel, source`,
};
