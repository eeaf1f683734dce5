import type { CitySettings, Scope } from '@evenhand/domain';
import { join, literal, param, sql, type Sql, trusted, type Warehouse } from '@evenhand/warehouse';
import { inScope } from '../compile/filters';
import { knownAt } from '../facts/known';

/** The queue of a point as its feed last told of it today. */
export interface LineNow {
  readonly point: string;
  /** Somebody could come in: it is open at the moment, or people have come today. */
  readonly isExpected: boolean;
  /** The feed of the day is known to be too thin or missing. */
  readonly isFeedSilent: boolean;
  /** Up to when the sources of its tickets have told; `null` where nobody told of the point today. */
  readonly asOf: string | null;
  /** The last thing that happened in its queue today. */
  readonly lastEventAt: string | null;
  /** Minutes that everybody in line has waited at `asOf`. */
  readonly waited: readonly number[];
  /** Counters at which anything happened in the half-hour before `asOf`. */
  readonly counters: number;
  /** Minutes that one service takes at present; `null` where no service of the last week is known. */
  readonly serviceMinutes: number | null;
}

interface Place {
  readonly warehouse: Warehouse;
  readonly city: CitySettings;
  readonly now: Date;
}

/** A counter is at work when anything happened there within this time. */
const AT_WORK_MINUTES = 30;
/** Services of the last hour tell how long one takes at present when there are so many of them. */
const ENOUGH_SERVICES = 10;
const DAYS_OF_SERVICES = 7;

const until = knownAt(undefined).untilBySource('ticket');
const LAST_EVENT = sql`greatest(issued_at, ifNull(last_called_at, issued_at), ifNull(started_at, issued_at), ifNull(finished_at, issued_at), ifNull(left_at, issued_at))`;
const IN_LINE = sql`outcome = 'waiting' AND wait_ms IS NULL AND waited_until_left_ms IS NULL`;
const AT_COUNTER = sql`(last_called_at IS NOT NULL OR started_at IS NOT NULL) AND ${LAST_EVENT} > until - toIntervalMinute(${trusted(String(AT_WORK_MINUTES))})`;

/** What the tickets of the day say of each queue. */
const queues = (today: Sql, scope: readonly Sql[]): Sql => sql`
  SELECT point_code, max(until) AS as_of, max(${LAST_EVENT}) AS last_event_at,
    arrayReverseSort(groupArrayIf(greatest(0, dateDiff('millisecond', issued_at, until)) / 60000, ${IN_LINE})) AS waited,
    uniqExactIf(if(counter != '', counter, agent), ${AT_COUNTER}) AS counters
  FROM (SELECT *, ${until} AS until FROM ticket WHERE ${join([sql`issued_on = ${today}`, sql`outcome != 'void'`, ...scope], ' AND ')})
  GROUP BY point_code`;

/** How long a service takes: the mean of the last hour, else of the last week, never below the fastest quarter of the week. */
const services = (today: Sql, scope: readonly Sql[]): Sql => sql`
  SELECT point_code, greatest(if(recent_n >= ${trusted(String(ENOUGH_SERVICES))}, recent, usual), floor_ms) / 60000 AS service_minutes
  FROM (
    SELECT point_code, avg(service) AS usual, quantileExactInclusive(0.25)(service) AS floor_ms,
      countIf(is_recent) AS recent_n, avgIf(service, is_recent) AS recent
    FROM (
      SELECT point_code, assumeNotNull(service_ms) AS service, ifNull(finished_at > ${until} - toIntervalHour(1), false) AS is_recent
      FROM ticket
      WHERE ${join([sql`issued_on > ${today} - ${trusted(String(DAYS_OF_SERVICES))}`, sql`issued_on <= ${today}`, sql`outcome != 'void'`, sql`ifNull(service_ms BETWEEN 10000 AND 14400000, false)`, ...scope], ' AND ')}
    )
    GROUP BY point_code
  )`;

/** Points whose clocks run at the moment, by their opening hours. */
const openPoints = (now: Sql): Sql => sql`
  SELECT p.point_code FROM (
    SELECT p.point_code AS point_code, if(w.working_time = 0, (SELECT any(working_time) FROM point_working_time WHERE point_code = ''), w.working_time) AS hours
    FROM (SELECT DISTINCT point_code FROM service_point) AS p LEFT JOIN point_working_time AS w ON w.point_code = p.point_code
  ) AS p
  INNER JOIN (SELECT working_time FROM working_stretch WHERE from_at <= ${now} AND to_at > ${now} AND worth_ms > 0) AS s ON s.working_time = p.hours`;

interface Row {
  readonly point: string;
  readonly isOpen: number;
  readonly isFeedSilent: number;
  readonly isTold: number;
  readonly asOf: string;
  readonly lastEventAt: string;
  readonly waited: readonly number[];
  readonly counters: number;
  readonly serviceMinutes: number;
}

/** The queue of every point of the scope as far as anybody has told of the day of the moment. */
export async function linesNow({ warehouse, city, now }: Place, scope: Scope): Promise<LineNow[]> {
  const moment = sql`fromUnixTimestamp64Milli(${param('Int64', now.getTime())}, 'UTC')`;
  const today = sql`toDate(${moment}, ${literal(city.zone)})`;
  const seen = inScope(scope);
  const where = join([sql`valid_from <= ${today}`, sql`valid_to > ${today}`, ...seen], ' AND ');
  const rows = await warehouse.rows<Row>(sql`
    SELECT p.point_code AS point, p.point_code IN (${openPoints(moment)}) OR (p.point_code, ${today}) IN (SELECT point_code, day FROM open_rest_day) AS isOpen,
      p.point_code IN (SELECT point_code FROM feed_day WHERE entity = 'ticket' AND day = ${today} AND state IN ('thin', 'missing')) AS isFeedSilent,
      q.point_code != '' AS isTold, q.as_of AS asOf, q.last_event_at AS lastEventAt, q.waited AS waited, q.counters AS counters,
      s.service_minutes AS serviceMinutes
    FROM (SELECT DISTINCT toString(point_code) AS point_code FROM service_point WHERE ${where}) AS p
    LEFT JOIN (${queues(today, seen)}) AS q ON q.point_code = p.point_code
    LEFT JOIN (${services(today, seen)}) AS s ON s.point_code = p.point_code
    ORDER BY point`);
  return rows.map(({ point, isOpen, isFeedSilent, isTold, serviceMinutes, ...told }) => ({
    point,
    isExpected: isOpen === 1 || isTold === 1,
    isFeedSilent: isFeedSilent === 1,
    asOf: isTold === 1 ? told.asOf : null,
    lastEventAt: isTold === 1 ? told.lastEventAt : null,
    waited: told.waited,
    counters: told.counters,
    serviceMinutes: serviceMinutes > 0 ? serviceMinutes : null,
  }));
}
