import { because, InvalidQuery } from '@evenhand/domain';
import { identifier, join, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { checkPage } from '../reports/page';
import type { PeriodAsked } from '../reports/period-asked';
import { amongUnits, type Units } from '../reports/units';
import { DOSSIER_CASES, hasDateless, judgedDossiers } from './dossier-counts';
import { judgedPetitions, PETITION_CASES } from './petition-counts';

/** Which cases behind a count are wanted. */
export interface CauseRowsRequest {
  readonly units: Units;
  /** The id of a cause, or of another count of dossiers or petitions. */
  readonly cause: string;
  readonly page: number;
  readonly size: number;
}

/** The cases behind a count; `total` equals it. */
export interface CauseRows {
  readonly entity: 'dossier' | 'petition';
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
  readonly total: number;
}

const DOSSIER_DETAIL = [
  ...['dossier_code', 'unit_code', 'point_code', 'field_code', 'procedure_code', 'channel', 'received_on', 'limit_on', 'end_on', 'status'],
  ...['supplement_requests', 'has_electronic_result', 'is_digitised', 'is_paid_online', 'source', 'file', 'line'],
];
const PETITION_DETAIL = [
  ...['petition_id', 'unit_code', 'point_code', 'kind', 'dossier_code', 'received_on', 'due_on', 'handled_on', 'is_upheld'],
  ...['is_dissatisfied', 'is_repeat', 'source', 'file', 'line'],
];

const conditionIn = (cases: Readonly<Record<string, Sql>>, cause: string): Sql | undefined =>
  Object.entries(cases).find(([name]) => name === cause)?.[1];

/** The dossiers or petitions that a count of index 766 counts, page by page. Throws InvalidQuery. */
export async function causeRows(warehouse: Warehouse, asked: PeriodAsked, request: CauseRowsRequest): Promise<CauseRows> {
  checkPage(request);
  const { cause, units, page, size } = request;
  const [ofDossiers, ofPetitions] = [conditionIn(DOSSIER_CASES, cause), conditionIn(PETITION_CASES, cause)];
  const condition = ofDossiers ?? ofPetitions;
  if (!condition) {
    const known = [...Object.keys(DOSSIER_CASES), ...Object.keys(PETITION_CASES)].join(', ');
    throw new InvalidQuery('cause', `No cases are listed for "${cause}". Allowed: ${known}.`, because('no_cases_listed', { value: cause }));
  }
  const entity = ofDossiers ? 'dossier' : 'petition';
  const relation = ofDossiers ? judgedDossiers(asked, await hasDateless(warehouse, asked)) : judgedPetitions(asked);
  const columns = join((ofDossiers ? DOSSIER_DETAIL : PETITION_DETAIL).map(identifier), ', ');
  const order = ofDossiers ? sql`received_at, source, dossier_code` : sql`received_at, source, petition_id`;
  const where = join([sql`(${condition})`, ...amongUnits(units)], ' AND ');
  const [rows, [count]] = await Promise.all([
    warehouse.rows<CauseRows['rows'][number]>(
      sql`SELECT ${columns} FROM ${relation} WHERE ${where} ORDER BY ${order} LIMIT ${param('UInt32', size)} OFFSET ${param('UInt32', (page - 1) * size)}`,
    ),
    warehouse.rows<{ readonly total: number }>(sql`SELECT count() AS total FROM ${relation} WHERE ${where}`),
  ]);
  return { entity, rows, total: count?.total ?? 0 };
}
