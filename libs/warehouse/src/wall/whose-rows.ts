import { literal } from '../sql';

/** Lifts the filters from a statement within a statement; those that say whose a row is read what they look up as it is. */
export const LIFTED = 'SETTINGS additional_table_filters = {}';

/** Where a row without a point tells of the whole city, so that everybody may read it; elsewhere it is nobody's. */
export const OF_THE_CITY: readonly string[] = ['feed_restart', 'incident', 'intervention', 'point_working_time', 'system_hour'];

/** What is told of a dossier belongs to the point of the dossier as well, wherever it happened. */
const OF_DOSSIERS: readonly string[] = ['dossier_copy', 'dossier_event', 'petition'];

const VERSION = /_version$/;

/** The points of somebody, as conditions on rows. */
interface Own {
  readonly database: string;
  /** `''` among them for rows of the whole city. */
  readonly points: readonly string[];
}

const text = (of: string): string => literal(of).render().text;
const among = (column: string, codes: readonly string[]): string =>
  codes.length === 0 ? '0' : `${column} IN (${codes.map(text).join(', ')})`;
const atOwn = ({ points }: Own): string => among('point_code', points);

const lookedUp = (column: string, { database }: Own, from: string, where: string): string =>
  `${column} IN (SELECT ${column} FROM ${database}.${from} WHERE ${where} ${LIFTED})`;

const ofOwnUnits = (own: Own): string =>
  `${among('unit_code', own.points)} OR unit_code IN (SELECT ward_code FROM ${own.database}.service_point WHERE ${atOwn(own)} AND ward_code != '' ${LIFTED})`;

/** Tables whose rows belong to a point although none of their columns holds its code. */
const WITHOUT_POINT: Readonly<Record<string, (own: Own) => string>> = {
  published_score: ofOwnUnits,
  quarantine: ({ points }) => among(`JSONExtractString(raw, 'point_code')`, points),
  training: (own) => `${lookedUp('staff', own, 'staff_posting', `${atOwn(own)} AND staff != ''`)} OR ${ofOwnUnits(own)}`,
};

/** Whether rows of a table are of points. */
export const isOfPoints = (table: string, hasPoint: boolean): boolean => hasPoint || table.replace(VERSION, '') in WITHOUT_POINT;

/** SQL: true for the rows of a table that belong to these points. */
export function belongs(table: string, points: readonly string[], database: string): string {
  const told = table.replace(VERSION, '');
  const suffix = VERSION.exec(table)?.[0] ?? '';
  const named = points.filter((point) => point !== '');
  const own: Own = { database, points: OF_THE_CITY.includes(told) ? ['', ...named] : named };
  const rule = (WITHOUT_POINT[told] ?? atOwn)(own);
  const orOfDossier = `(${rule}) OR (dossier_code != '' AND ${lookedUp('dossier_code', own, `dossier${suffix}`, atOwn(own))})`;
  const mine = OF_DOSSIERS.includes(told) ? orOfDossier : rule;
  // A case is known by all that was told of it: without what another point told later, an earlier telling would stand again.
  return suffix === '' ? mine : lookedUp('key_hash', own, table, mine);
}
