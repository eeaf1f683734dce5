import type { Label, TimeRange } from '@evenhand/domain';
import {
  dossierDeadlines,
  join,
  literal,
  param,
  pausedDeadlines,
  sql,
  type Sql,
  type Warehouse,
  workingTimeBetween,
  workingDaysBetween,
} from '@evenhand/warehouse';
import { DEADLINE_LAWS, type DeadlineLaw } from './deadline-laws';

/** How many dossiers received in a range show a finding. */
export interface DeadlineFindingCount {
  readonly finding: string;
  readonly reason: Label;
  readonly dossiers: number;
}

/** One dossier with a finding. */
export interface DeadlineFinding {
  readonly finding: string;
  readonly source: string;
  readonly dossierCode: string;
  readonly pointCode: string;
  readonly procedureCode: string;
  readonly receivedAt: string;
  /** What the source says, and what follows from the calendar, the hours and the limit. */
  readonly told: string | null;
  readonly counted: string | null;
}

/** One row per dossier received in the range, with all that the laws speak of. */
function deadlineFacts(range: TimeRange, zone: string): Sql {
  const { from, to } = range;
  const inRange = sql`received_on >= ${param('Date', from)} AND received_on < ${param('Date', to)}`;
  const submitted = sql`
    SELECT key_hash AS case_id, point_code, assumeNotNull(submitted_at) AS from_at, received_at AS to_at
    FROM dossier WHERE ${inRange} AND channel = 'online' AND submitted_at < received_at`;
  const moved = sql`
    SELECT m.case_id AS case_id, m.point_code AS point_code, toDate(assumeNotNull(m.due_at), ${literal(zone)}) AS from_on,
      toDate(assumeNotNull(d.due_at), ${literal(zone)}) AS to_on
    FROM (${pausedDeadlines(range)}) AS m
    INNER JOIN (SELECT key_hash, due_at FROM dossier WHERE ${inRange}) AS d ON d.key_hash = m.case_id
    WHERE isNotNull(m.due_at) AND isNotNull(d.due_at)`;
  return sql`
SELECT d.*, ${literal(zone)} AS zone, l.unit AS unit, l.limit_at AS limit_at, l.limit_with_pauses_at AS limit_with_pauses_at,
  ifNull(l.has_pauses, 0) AS has_pauses, m.working_days AS days_beyond_pauses,
  d.received_on NOT IN (SELECT day FROM working_day) AND (SELECT count() FROM working_time_day) > 0
    AND (toString(d.point_code), d.received_on) NOT IN (SELECT toString(point_code), day FROM open_rest_day) AS is_rest_day,
  s.working_ms AS accepted_ms
FROM (
  SELECT key_hash, source, dossier_code, point_code, procedure_code, channel, submitted_at, received_at, received_on, first_due_at, due_at,
    supplement_requests, paused_ms, apology_at
  FROM dossier WHERE ${inRange}
) AS d
LEFT JOIN (${dossierDeadlines(range)}) AS l ON l.case_id = d.key_hash
LEFT JOIN (${workingDaysBetween(moved)}) AS m ON m.case_id = d.key_hash
LEFT JOIN (${workingTimeBetween(submitted)}) AS s ON s.case_id = d.key_hash
SETTINGS join_use_nulls = 1`;
}

const found = ({ sql: isFound }: DeadlineLaw): Sql => sql`ifNull(${isFound}, 0)`;

/** Counts every finding over the dossiers received in a range, also those that nobody shows. */
export async function countDeadlineFindings(warehouse: Warehouse, range: TimeRange, zone: string): Promise<DeadlineFindingCount[]> {
  const counts = DEADLINE_LAWS.map((law) => sql`countIf(${found(law)})`);
  const [row] = await warehouse.rows<{ counts: readonly number[] }>(
    sql`SELECT [${join(counts, ', ')}] AS counts FROM (${deadlineFacts(range, zone)})`,
  );
  return DEADLINE_LAWS.map(({ id, reason }, index) => ({ finding: id, reason, dossiers: row?.counts[index] ?? 0 }));
}

/** Which findings to list, and how many dossiers at most. */
export interface FindingsAsked {
  readonly range: TimeRange;
  readonly zone: string;
  readonly finding: string;
  readonly limit: number;
}

/** The dossiers that show a finding, the latest received first. */
export async function deadlineFindings(warehouse: Warehouse, { range, zone, finding, limit }: FindingsAsked): Promise<DeadlineFinding[]> {
  const law = DEADLINE_LAWS.find(({ id }) => id === finding);
  if (!law) return [];
  return warehouse.rows<DeadlineFinding>(sql`
    SELECT ${literal(law.id)} AS finding, toString(source) AS source, dossier_code AS dossierCode, toString(point_code) AS pointCode,
      toString(procedure_code) AS procedureCode, received_at AS receivedAt, ${law.told} AS told, ${law.counted} AS counted
    FROM (${deadlineFacts(range, zone)}) WHERE ${found(law)}
    ORDER BY received_at DESC, dossier_code LIMIT ${param('UInt32', limit)}`);
}
