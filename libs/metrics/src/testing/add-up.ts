import { WAIT_BIN_EDGES } from '@evenhand/domain';
import { type Sql, trusted } from '@evenhand/warehouse';
import { city } from './city';

/** The tables that {@link addUp} fills. */
export const ROLLUP_TABLES = [
  'ticket_day',
  'ticket_point_day',
  'ticket_slot',
  'ticket_stratum',
  'dossier_day',
  'dossier_point_day',
] as const;

const binsOf = (amount: string, condition: string): string =>
  [...WAIT_BIN_EDGES, Infinity]
    .map((edge, bin) => {
      const lower = bin === 0 ? '' : ` AND ${amount} > ${(WAIT_BIN_EDGES[bin - 1] ?? 0) * 60_000}`;
      const upper = edge === Infinity ? '' : ` AND ${amount} <= ${edge * 60_000}`;
      return `toUInt32(countIf(${condition}${lower}${upper}))`;
    })
    .join(', ');

type Numbers = Readonly<Record<string, string>>;

const OF_TICKETS: Numbers = {
  tickets: 'countIf(is_valid)',
  void_tickets: "countIf(outcome = 'void')",
  called: 'countIf(is_called)',
  summoned: "countIf(is_valid AND (wait_ms IS NOT NULL OR outcome = 'no_show'))",
  served: "countIf(outcome = 'served')",
  no_show: "countIf(outcome = 'no_show')",
  abandoned: "countIf(outcome = 'abandoned')",
  long_waits: `countIf(is_valid AND (ifNull(wait_ms > long, false) OR (wait_ms IS NULL AND ifNull(waited_until_left_ms > long, false))
    OR (wait_ms IS NULL AND waited_until_left_ms IS NULL AND outcome = 'waiting' AND known.latest_at > issued_at + toIntervalMillisecond(long))))`,
  wait_sum_ms: 'sumIf(ifNull(wait_ms, 0), is_called)',
  wait_squares: 'sumIf(toInt128(ifNull(wait_ms, 0)) * ifNull(wait_ms, 0), is_called)',
  longest_wait_ms: 'maxIf(ifNull(wait_ms, 0), is_called)',
  service_n: 'countIf(is_served)',
  service_sum_ms: 'sumIf(ifNull(service_ms, 0), is_served)',
  service_squares: 'sumIf(toInt128(ifNull(service_ms, 0)) * ifNull(service_ms, 0), is_served)',
  serving_n: 'countIf(is_served AND service_ms BETWEEN 10000 AND 14400000)',
  serving_ms: 'sumIf(ifNull(service_ms, 0), is_served AND service_ms BETWEEN 10000 AND 14400000)',
};

const OF_DOSSIERS: Numbers = {
  received: 'countIf(received_on = day)',
  due: 'countIf(due_on = day AND status NOT IN (3, 7))',
  due_on_time: 'countIf(due_on = day AND status NOT IN (3, 7) AND finished_on <= due_on)',
  due_supplemented: 'countIf(due_on = day AND status NOT IN (3, 7) AND supplement_requests > 0)',
  due_extended: 'countIf(due_on = day AND status NOT IN (3, 7) AND due_on > first_due_on)',
  first_due: 'countIf(first_due_on = day AND status NOT IN (3, 7))',
  first_due_on_time: 'countIf(first_due_on = day AND status NOT IN (3, 7) AND finished_on <= first_due_on)',
  settled: 'countIf(finished_on = day)',
  settled_sum_ms: 'sumIf(taken, finished_on = day)',
  settled_squares: 'sumIf(toInt128(taken) * taken, finished_on = day)',
  settled_dated: 'countIf(finished_on = day AND due_on IS NOT NULL)',
  settled_on_time: 'countIf(finished_on = day AND finished_on <= due_on)',
  settled_due_at: 'countIf(finished_on = day AND due_at IS NOT NULL)',
  settled_on_time_instant: 'countIf(finished_on = day AND finished_at <= due_at)',
  settled_on_time_second:
    'countIf(finished_on = day AND intDiv(toUnixTimestamp64Milli(finished_at), 1000) <= intDiv(toUnixTimestamp64Milli(due_at), 1000))',
};

const TICKETS = `FROM ticket LEFT JOIN (SELECT source AS known_source, latest_at FROM known_until FINAL WHERE entity = 'ticket') AS known ON source = known_source`;
const DOSSIERS = `FROM dossier ARRAY JOIN arrayDistinct(arrayFilter(one -> one IS NOT NULL, [toNullable(received_on), due_on, first_due_on, finished_on])) AS day_of`;

function addInto(table: (typeof ROLLUP_TABLES)[number], keys: readonly string[], numbers: Numbers): Sql {
  const isTicket = table.startsWith('ticket');
  const day = isTicket ? 'issued_on' : 'assumeNotNull(day_of)';
  const named = isTicket
    ? `outcome != 'void' AS is_valid, is_valid AND wait_ms IS NOT NULL AS is_called, toUInt8(intDiv(half_hour, 4)) AS hour_band, is_valid AND service_ms IS NOT NULL AS is_served,
      is_valid AND wait_ms IS NULL AND (waited_until_left_ms IS NOT NULL OR outcome = 'waiting') AS is_censored,
      ifNull(waited_until_left_ms, dateDiff('millisecond', issued_at, known.latest_at)) AS patience, ${city.longWaitMinutes * 60_000} AS long`
    : 'ifNull(toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(received_at), 0) AS taken';
  const columns = [...keys, 'day', ...Object.keys(numbers)].join(', ');
  const values = [...keys, `${day} AS day`, ...Object.values(numbers)].join(', ');
  return trusted(
    `INSERT INTO ${table} (${columns}) WITH ${named} SELECT ${values} ${isTicket ? TICKETS : DOSSIERS} GROUP BY ${[...keys, 'day'].join(', ')}`,
  );
}

const withBins: Numbers = {
  ...OF_TICKETS,
  closed_by_system: "countIf(outcome = 'closed_by_system')",
  censored: 'countIf(is_censored)',
  wait_bins: `[${binsOf('wait_ms', 'is_called')}]`,
  censored_bins: `[${binsOf('patience', 'is_censored')}]`,
};

const OF_STRATA: Numbers = Object.fromEntries(
  Object.entries(OF_TICKETS).filter(([name]) => ['tickets', 'long_waits', 'called', 'wait_sum_ms', 'wait_squares'].includes(name)),
);

/** Adds the cases up as a load does. */
export const addUp: readonly Sql[] = [
  addInto('ticket_day', ['point_code', 'field_code', 'channel', 'source'], withBins),
  addInto('ticket_point_day', ['point_code'], withBins),
  addInto('ticket_slot', ['point_code', 'half_hour'], OF_TICKETS),
  addInto('ticket_stratum', ['point_code', 'field_code', 'channel', 'hour_band'], OF_STRATA),
  addInto('dossier_day', ['point_code', 'procedure_code', 'field_code', 'channel', 'source'], OF_DOSSIERS),
  addInto('dossier_point_day', ['point_code'], OF_DOSSIERS),
];
