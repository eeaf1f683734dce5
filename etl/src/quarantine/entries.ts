import { literal, param, type Sql, sql, trusted, type Warehouse } from '@evenhand/warehouse';
import { reasonText } from '../contract/laws-of';
import { POINT } from '../contract/places';
import { isSeen, type SeenPoints } from '../contract/seen-points';

/** Which entries of quarantine; what is absent is not asked about. */
export interface EntryFilter {
  readonly source?: string | undefined;
  readonly entity?: string | undefined;
  readonly run?: number | undefined;
  readonly reason?: string | undefined;
  /** Of the points that somebody sees; an entry without a known point is there only for those who see every point. */
  readonly points?: SeenPoints | undefined;
}

/** A record that broke a law. */
export interface QuarantineEntry {
  readonly source: string;
  readonly entity: string;
  readonly file: string;
  readonly line: number;
  readonly reasons: readonly string[];
  /** The record as it was staged, as JSON; a text that could name a person stands there as its shape. */
  readonly raw: string;
  readonly runId: number;
  readonly firstRunId: number;
  readonly firstSeenAt: string;
}

/** The point as the source told it. */
const TOLD_POINT = sql`JSONExtractString(raw, ${literal(POINT)})`;

/** SQL: true for the entries of a filter. */
export function entriesWhere({ source, entity, run, reason, points }: EntryFilter): Sql {
  const conditions = [
    ...(source === undefined ? [] : [sql`source = ${param('String', source)}`]),
    ...(entity === undefined ? [] : [sql`entity = ${param('String', entity)}`]),
    ...(run === undefined ? [] : [sql`run_id = ${param('UInt64', run)}`]),
    ...(reason === undefined ? [] : [sql`has(reasons, ${param('String', reason)})`]),
    ...(points === undefined ? [] : [isSeen(TOLD_POINT, points)]),
  ];
  return conditions.reduce((all, condition) => sql`${all} AND ${condition}`, trusted('1'));
}

const ENTRY = trusted(
  'toString(source) AS source, toString(entity) AS entity, toString(file) AS file, line, reasons, raw, run_id AS runId, first_run_id AS firstRunId, first_seen_at AS firstSeenAt',
);

/** A page of entries, the latest run first. */
export const listEntries = (
  warehouse: Warehouse,
  filter: EntryFilter,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<QuarantineEntry[]> =>
  warehouse.rows(sql`
    SELECT ${ENTRY} FROM quarantine WHERE ${entriesWhere(filter)}
    ORDER BY run_id DESC, entity, file, line LIMIT ${param('UInt64', limit)} OFFSET ${param('UInt64', offset)}`);

/** How many entries a filter has. */
export async function countEntries(warehouse: Warehouse, filter: EntryFilter): Promise<number> {
  const [row] = await warehouse.rows<{ n: number }>(sql`SELECT count() AS n FROM quarantine WHERE ${entriesWhere(filter)}`);
  return row?.n ?? 0;
}

/** Entries of one source and entity that broke one law; an entry that broke two counts for both. */
export interface ReasonCount {
  readonly source: string;
  readonly entity: string;
  readonly reason: string;
  readonly entries: number;
  readonly label: { readonly vi: string; readonly en: string };
}

/** Entries by source, entity and reason, the most frequent first. */
export async function countByReason(warehouse: Warehouse, filter: EntryFilter): Promise<ReasonCount[]> {
  const rows = await warehouse.rows<Omit<ReasonCount, 'label'>>(sql`
    SELECT toString(source) AS source, toString(entity) AS entity, toString(arrayJoin(reasons)) AS reason, count() AS entries
    FROM quarantine WHERE ${entriesWhere(filter)} GROUP BY source, entity, reason ORDER BY entries DESC, source, entity, reason`);
  return rows.map((row) => ({ ...row, label: reasonText(row.entity, row.reason) }));
}
