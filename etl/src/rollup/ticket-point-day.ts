import { sql } from '@evenhand/warehouse';
import type { CoarserRollup } from './rollup';
import { ticketDay } from './ticket-day';

/** Tickets per point and day. */
export const ticketPointDay: CoarserRollup = {
  table: 'ticket_point_day',
  keys: ['point_code'],
  version: 1,
  of: ticketDay,
  select: (finer) => sql`
    SELECT finer.day AS day, finer.point_code AS point_code, sum(finer.tickets) AS tickets, sum(finer.void_tickets) AS void_tickets,
      sum(finer.called) AS called, sum(finer.summoned) AS summoned, sum(finer.served) AS served, sum(finer.no_show) AS no_show,
      sum(finer.abandoned) AS abandoned, sum(finer.closed_by_system) AS closed_by_system, sum(finer.waiting) AS waiting,
      sum(finer.long_waits) AS long_waits, sum(finer.wait_sum_ms) AS wait_sum_ms, sum(finer.wait_squares) AS wait_squares,
      max(finer.longest_wait_ms) AS longest_wait_ms, sum(finer.service_n) AS service_n, sum(finer.service_sum_ms) AS service_sum_ms,
      sum(finer.service_squares) AS service_squares, sum(finer.serving_n) AS serving_n, sum(finer.serving_ms) AS serving_ms,
      sum(finer.censored) AS censored, sumForEach(finer.wait_bins) AS wait_bins, sumForEach(finer.censored_bins) AS censored_bins
    FROM ${finer} AS finer GROUP BY day, point_code`,
};
