import { WAIT_BIN_EDGES, WAIT_BINS } from '@evenhand/domain';
import { param, type Sql, sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import { SourceProblem } from '../source/source-problem';
import { SERVICE_BOUNDS_MS } from '../contract/entities/ticket';

const MS_PER_MINUTE = 60_000;

/** What the rollups depend on besides the facts. */
export interface RollupSettings {
  readonly zone: string;
  readonly longWaitMinutes: number;
}

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

/** The tickets of some months, counted by point, day, field, channel and source. */
export function ticketDaySql(months: readonly number[], longWaitMinutes: number): Sql {
  const { shortest, longest } = SERVICE_BOUNDS_MS;
  return sql`
    WITH ${param('Int64', Math.round(longWaitMinutes * MS_PER_MINUTE))} AS long,
      (SELECT CAST((groupArray(toString(source)), groupArray(toUnixTimestamp64Milli(latest_at))), 'Map(String, Int64)')
        FROM known_until FINAL WHERE entity = 'ticket') AS known
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
      FROM ticket WHERE toYYYYMM(issued_on) IN ${param('Array(UInt32)', months)})
    GROUP BY point_code, issued_on, field_code, channel, source`;
}

/** Months with tickets that still wait: how long is known only as far as the source has told. */
async function monthsStillWaiting(warehouse: Warehouse): Promise<number[]> {
  const rows = await warehouse.rows<{ month: number }>(
    sql`SELECT DISTINCT toYYYYMM(issued_on) AS month FROM ticket WHERE outcome = 'waiting'`,
  );
  return rows.map(({ month }) => month);
}

const BUILD = trusted('rollup_ticket_day');
/** Making machine code for these sums takes longer than it saves. */
const COUNTING = { compile_aggregate_expressions: 0 } as const;

/** Counts the months anew and swaps each in at once, so that a rollup always equals the same question asked of the raw rows. */
export async function rebuildTicketDays(
  warehouse: Warehouse,
  touched: readonly number[],
  { longWaitMinutes }: RollupSettings,
): Promise<void> {
  const months = [...new Set([...touched, ...(await monthsStillWaiting(warehouse))])].sort();
  if (months.length === 0) return;
  await warehouse.run(sql`DROP TABLE IF EXISTS ${BUILD} SYNC`);
  await warehouse.run(sql`CREATE TABLE ${BUILD} AS ticket_day`);
  for (const month of months)
    await warehouse.run(withSettings(sql`INSERT INTO ${BUILD} ${ticketDaySql([month], longWaitMinutes)}`, COUNTING));
  const swaps = trusted(months.map((month) => `REPLACE PARTITION ${month} FROM rollup_ticket_day`).join(', '));
  await warehouse.run(withSettings(sql`ALTER TABLE ticket_day ${swaps}`, { allow_replace_partition_from_empty_source: 1 }));
  await warehouse.run(sql`DROP TABLE IF EXISTS ${BUILD} SYNC`);
}

async function settingsBuiltWith(warehouse: Warehouse): Promise<ReadonlyMap<string, string>> {
  const rows = await warehouse.rows<{ name: string; value: string }>(sql`SELECT name, value FROM rollup_setting FINAL`);
  return new Map(rows.map(({ name, value }) => [name, value]));
}

const noteSetting = (warehouse: Warehouse, name: string, value: string): Promise<void> =>
  warehouse.insert('rollup_setting', [{ name, value, set_at: new Date().toISOString() }]);

async function monthsWithTickets(warehouse: Warehouse): Promise<number[]> {
  const rows = await warehouse.rows<{ month: number }>(sql`
    SELECT DISTINCT toYYYYMM(issued_on) AS month FROM ticket UNION DISTINCT SELECT DISTINCT toYYYYMM(day) AS month FROM ticket_day`);
  return rows.map(({ month }) => month);
}

/**
 * Rebuilds all rollups when the city's threshold is not the one they were built with. The zone cannot change: facts carry
 * days that were cut in it. Throws {@link SourceProblem}.
 */
export async function keepRollupsCurrent(warehouse: Warehouse, settings: RollupSettings): Promise<void> {
  const built = await settingsBuiltWith(warehouse);
  const [zone, longWait] = [built.get('zone'), built.get('long_wait_minutes')];
  const hasFacts = (await warehouse.rows(sql`SELECT 1 FROM known_until LIMIT 1`)).length > 0;
  if (hasFacts && zone !== undefined && zone !== settings.zone)
    throw new SourceProblem(
      `The days of this data folder are cut in ${zone}, but the city says ${settings.zone}. Give the city another data folder with EVENHAND_DATA.`,
    );
  if (zone !== settings.zone) await noteSetting(warehouse, 'zone', settings.zone);
  if (longWait === String(settings.longWaitMinutes)) return;
  await rebuildTicketDays(warehouse, await monthsWithTickets(warehouse), settings);
  await noteSetting(warehouse, 'long_wait_minutes', String(settings.longWaitMinutes));
}
