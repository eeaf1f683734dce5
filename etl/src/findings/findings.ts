import { because, InvalidQuery, type Label, type TimeRange } from '@evenhand/domain';
import { identifier, param, type Sql, sql, trusted, type Warehouse } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import { ENTITIES, type EntityContract, type EntityName } from '../contract/entity-contract';
import { lawsOf, reasonText } from '../contract/laws-of';
import { POINT } from '../contract/places';
import { isSeen, type SeenPoints } from '../contract/seen-points';
import { QUALITY_CHECKS, type QualityCheck } from './data-quality';

/** What findings may be counted by, besides the law and the entity. */
export const FINDING_GROUPS = ['source', 'point', 'month'] as const;
export type FindingGroup = (typeof FINDING_GROUPS)[number];

/** Which findings. The range is of the days by which facts are counted, in the city's zone. */
export interface FindingQuestion extends TimeRange {
  /** Zone of the city. */
  readonly zone: string;
  /** Of the points that somebody sees. */
  readonly points: SeenPoints;
  readonly by: readonly FindingGroup[];
}

/** Records of one group that bend one law. */
export interface Finding {
  readonly law: string;
  readonly entity: EntityName;
  readonly label: Label;
  readonly source: string | null;
  readonly point: string | null;
  readonly month: string | null;
  readonly records: number;
  /** Records that the law was asked of. */
  readonly of: number;
  /** records ÷ of. */
  readonly share: number;
  /** True when so many are beyond what may happen by accident. */
  readonly isConspicuous: boolean;
}

type Counted = Omit<Finding, 'label' | 'share' | 'isConspicuous'>;

const hasPoint = ({ columns }: EntityContract): boolean => columns.some(({ name }) => name === POINT);

/** The columns of a group as the answer names them; null where it is not asked for. */
function keys(by: readonly FindingGroup[], columns: Readonly<Record<FindingGroup, string>>): Sql {
  return trusted(FINDING_GROUPS.map((group) => `${by.includes(group) ? columns[group] : 'NULL'} AS ${group}`).join(', '));
}

const pointOf = (isOfPoints: boolean): string => (isOfPoints ? `toString(${POINT})` : "''");

const inRange = (day: string, { from, to }: TimeRange): Sql =>
  sql`${identifier(day)} >= ${param('Date', from)} AND ${identifier(day)} < ${param('Date', to)}`;

const columnsFor = (day: string, isOfPoints: boolean): Readonly<Record<FindingGroup, string>> => ({
  source: 'toString(source)',
  point: pointOf(isOfPoints),
  month: `formatDateTime(${day}, '%Y-%m')`,
});

/** Findings that laws left on the facts of one entity. */
function ofLaws(entity: EntityName, question: FindingQuestion): Sql {
  const contract = CONTRACTS[entity];
  const groups = keys(question.by, columnsFor(contract.cohortDay, hasPoint(contract)));
  const seen = isSeen(trusted(pointOf(hasPoint(contract))), question.points);
  return sql`
    SELECT law, ${param('String', entity)} AS entity, source, point, month, records, of
    FROM (
      SELECT source, point, month, count() AS of, sumMap(mapFromArrays(arrayMap(id -> toString(id), found), arrayMap(id -> 1, found))) AS laws
      FROM (SELECT ${groups}, findings AS found FROM ${identifier(entity)} WHERE ${inRange(contract.cohortDay, question)} AND ${seen})
      GROUP BY source, point, month)
    ARRAY JOIN mapKeys(laws) AS law, mapValues(laws) AS records
    ORDER BY law, source, point, month`;
}

const inZone = (text: string, { zone }: { readonly zone: string }): Sql => trusted(text.replaceAll('{zone}', `'${zone}'`));

/** Findings of a check across records. */
function ofCheck({ id, entity, from, day, judged, conspicuous }: QualityCheck, question: FindingQuestion): Sql {
  return sql`
    SELECT ${param('String', id)} AS law, ${param('String', entity)} AS entity, source, point, month, records, of
    FROM (
      SELECT source, point, month, count() AS of, countIf(is_found) AS records
      FROM (SELECT ${keys(question.by, columnsFor(day, true))}, ifNull(${inZone(conspicuous, question)}, 0) AS is_found
        FROM ${trusted(from)} AS rows WHERE ${inRange(day, question)} AND ${isSeen(trusted(pointOf(true)), question.points)} AND (${inZone(judged, question)}))
      GROUP BY source, point, month)
    WHERE records > 0 ORDER BY source, point, month`;
}

const flagged = (entity: EntityName): boolean => lawsOf(CONTRACTS[entity]).some(({ level }) => level === 'flag');

function asFinding(counted: Counted, check?: QualityCheck): Finding {
  const share = counted.records / counted.of;
  const isConspicuous = check === undefined || (counted.of >= check.fewest && share >= check.threshold);
  return { ...counted, label: check?.reason ?? reasonText(counted.entity, counted.law), share, isConspicuous };
}

/**
 * Counts what is odd in the facts of a period: records that bend a law of their contract, and what only many records show.
 * Each with the number of records it was asked of.
 */
export async function findingsOf(warehouse: Warehouse, question: FindingQuestion): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const entity of ENTITIES.filter(flagged))
    found.push(...(await warehouse.rows<Counted>(ofLaws(entity, question))).map((counted) => asFinding(counted)));
  for (const check of QUALITY_CHECKS)
    found.push(...(await warehouse.rows<Counted>(ofCheck(check, question))).map((counted) => asFinding(counted, check)));
  return found.toSorted((a, b) => b.records - a.records || (a.law < b.law ? -1 : 1));
}

/** A record behind a finding. */
export interface FindingRow {
  readonly source: string;
  readonly point: string;
  readonly day: string;
  /** What names the record: a dossier, a ticket, a form. */
  readonly row: string;
}

/** Which records to show. */
export interface FindingRowsQuestion extends TimeRange {
  /** Zone of the city. */
  readonly zone: string;
  /** Of the points that somebody sees. */
  readonly points: SeenPoints;
  readonly law: string;
  readonly entity: EntityName;
  readonly source?: string | undefined;
  readonly point?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** The records behind a finding, the latest first. Throws {@link InvalidQuery} when there is no such law. */
export async function findingRows(warehouse: Warehouse, question: FindingRowsQuestion): Promise<FindingRow[]> {
  const { law, entity, source, point, points, limit, offset } = question;
  const contract = CONTRACTS[entity];
  const check = QUALITY_CHECKS.find((one) => one.id === law && one.entity === entity);
  if (!check && !lawsOf(contract).some((one) => one.id === law && one.level === 'flag'))
    throw new InvalidQuery('law', `There is no finding "${law}" of ${entity}.`, because('no_finding', { finding: law }));
  const day = check?.day ?? contract.cohortDay;
  const isOfPoints = check !== undefined || hasPoint(contract);
  const name = check?.row ?? contract.identity.find((column) => column !== POINT) ?? contract.identity[0] ?? 'file';
  const is = check ? inZone(`(${check.judged}) AND (${check.conspicuous})`, question) : sql`has(findings, ${param('String', law)})`;
  const told = trusted(pointOf(isOfPoints));
  return warehouse.rows(sql`
    SELECT toString(source) AS source, ${told} AS point, toString(${identifier(day)}) AS day, toString(${identifier(name)}) AS row
    FROM ${trusted(check?.from ?? entity)} AS rows
    WHERE ${inRange(day, question)} AND ${is} AND ${source === undefined ? trusted('1') : sql`rows.source = ${param('String', source)}`}
      AND ${point === undefined ? trusted('1') : sql`${told} = ${param('String', point)}`} AND ${isSeen(told, points)}
    ORDER BY day DESC, row LIMIT ${param('UInt64', limit)} OFFSET ${param('UInt64', offset)}`);
}
