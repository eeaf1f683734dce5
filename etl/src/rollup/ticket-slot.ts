import { sql } from '@evenhand/warehouse';
import { isStillWaiting, judgedTickets } from './judged-tickets';
import type { FactRollup } from './rollup';

/** Tickets per point, day and half-hour of issue. */
export const ticketSlot: FactRollup = {
  table: 'ticket_slot',
  keys: ['point_code', 'half_hour'],
  version: 1,
  entity: 'ticket',
  days: ['issued_on'],
  restless: isStillWaiting,
  select: (rows, isWanted, counting) => sql`
    SELECT point_code, day, half_hour,
      countIf(is_valid) AS tickets,
      countIf(outcome = 'void') AS void_tickets,
      countIf(is_called) AS called,
      countIf(is_called OR outcome = 'no_show') AS summoned,
      countIf(outcome = 'served') AS served,
      countIf(outcome = 'no_show') AS no_show,
      countIf(outcome = 'abandoned') AS abandoned,
      countIf(is_long) AS long_waits,
      sumIf(wait, is_called) AS wait_sum_ms,
      sumIf(toInt128(wait) * wait, is_called) AS wait_squares,
      maxIf(wait, is_called) AS longest_wait_ms,
      countIf(is_timed) AS service_n,
      sumIf(service, is_timed) AS service_sum_ms,
      sumIf(toInt128(service) * service, is_timed) AS service_squares,
      countIf(is_plausible) AS serving_n,
      sumIf(service, is_plausible) AS serving_ms
    FROM ${judgedTickets(rows, isWanted, counting)}
    GROUP BY point_code, day, half_hour`,
};
