import type { Column } from './column';
import type { EntityContract } from './entity-contract';
import type { Law, LawLevel } from './law';
import { LONGEST_TEXT, lawsOf } from './laws-of';
import { FORMER_POINT, type NamedSql, type Places, POINT, pointColumns, wardColumn } from './places';
import { looksLikePersonalNumber } from '../privacy/personal-shapes';
import { digestSql, pseudonymSql } from '../privacy/pseudonym';
import { rawRecord } from './raw-record';
import { TELLING } from './telling';
import { hashable, isTextual, isUtf8, type Reading, type StagedColumn, textOf, toldOf, valueOf } from './value-sql';

/** What a contract is compiled against. */
export interface Landing extends Reading {
  /** The staging query over its input; gives `_line` and `_is_torn` besides its columns. */
  readonly query: string;
  readonly staged: readonly StagedColumn[];
  readonly source: string;
  /** Zone in which the city cuts its days. */
  readonly cityZone: string;
  readonly runId: number;
  /** As it is called in quarantine and on facts; absent when the query gives it as `_file`. */
  readonly file?: string;
  /** Instants after this one are from the future. ISO 8601 in UTC. */
  readonly latestPlausible: string;
}

/** Writes a string literal. */
export const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const list = (lines: readonly string[]): string => lines.join(',\n  ');

/** Laws in one number: a bit for each. */
const LAWS_IN_A_NUMBER = 60;

const groupsOf = (laws: readonly Law[]): (readonly Law[])[] =>
  Array.from({ length: Math.ceil(laws.length / LAWS_IN_A_NUMBER) }, (_, index) =>
    laws.slice(index * LAWS_IN_A_NUMBER, (index + 1) * LAWS_IN_A_NUMBER),
  );

/** Numbers that hold, as bits, which laws a row breaks: plain arithmetic over a block costs less than an array for each row. */
const brokenBits = (name: string, laws: readonly Law[]): NamedSql[] =>
  groupsOf(laws).map((group, index) => ({
    name: `${name}_${index}`,
    sql: group.map(({ sql }, bit) => `ifNull(${sql}, 0) * toUInt64(${2n ** BigInt(bit)})`).join(' +\n    '),
  }));

/** The laws that {@link brokenBits} tells of, by their ids. */
function idsOf(name: string, laws: readonly Law[]): string {
  const groups = groupsOf(laws).map(
    (group, index) => `arrayMap(bit -> [${group.map(({ id }) => quote(id)).join(', ')}][bit + 1], bitPositionsToArray(${name}_${index}))`,
  );
  return groups.length === 0 ? 'emptyArrayString()' : groups.length === 1 ? groups.join('') : `arrayConcat(${groups.join(', ')})`;
}

const lawsAt = (contract: EntityContract, level: LawLevel): readonly Law[] => lawsOf(contract).filter((law) => law.level === level);

/** Of a withdrawn record only the identity counts: a source that deleted a record often has nothing else left to tell. */
const unlessWithdrawn = (laws: readonly Law[], isStaged: (name: string) => boolean): readonly Law[] =>
  isStaged('withdrawn') ? laws.map((law) => (law.holdsAlways ? law : { ...law, sql: `withdrawn = 0 AND (${law.sql})` })) : laws;

/** What a record says, its telling included; a source that tells neither instant nor withdrawal pays nothing for them. */
function rowHash(contract: EntityContract, isStaged: (name: string) => boolean): string {
  const said = `cityHash64(${contract.columns.map(hashable).join(', ')})`;
  if (!TELLING.some(({ name }) => isStaged(name))) return said;
  const telling = 'toUnixTimestamp64Milli(told_at), withdrawn';
  return `bitXor(${said}, if((${telling}) = (0, 0), 0, cityHash64(${telling})))`;
}

/** What is asked of the texts of all columns at once. */
function askedOfTexts(columns: readonly Column[], staged: (name: string) => boolean): string[] {
  const texts = columns.filter((column) => isTextual(column) && staged(column.name));
  const asked = texts.filter(({ kind, isShown }) => kind === 'code' || isShown === true);
  const any = (conditions: readonly string[]): string => conditions.join(' OR ') || '0';
  return [
    `${any(texts.map(({ name }) => `length(text_${name}) > ${LONGEST_TEXT}`))} AS is_too_long`,
    `${any(asked.map(({ name }) => looksLikePersonalNumber(`text_${name}`)))} AS has_personal_number`,
  ];
}

const hasPoint = ({ columns }: EntityContract): boolean => columns.some(({ name }) => name === POINT);

/** Where the record happened; these need its day, so they stand beside what is derived. */
function placesOf(contract: EntityContract, places: Places): readonly NamedSql[] {
  const wards = contract.columns.filter(({ place }) => place === 'ward').map(({ name }) => wardColumn(name, places));
  return [...(hasPoint(contract) ? pointColumns(contract.cohortDay, places) : []), ...wards];
}

/**
 * Turns a contract into the query that reads a file: text, what was told, values, derived values, laws, and the row as it
 * is stored. Gives the columns of the fact plus `reasons` (empty for a good row) and `raw` (the record of a bad one).
 */
export function compileContract(contract: EntityContract, landing: Landing): string {
  const stagedBy = new Map(landing.staged.map((column) => [column.name, column]));
  const isStaged = (name: string): boolean => stagedBy.has(name);
  const columns = [...contract.columns, ...TELLING];
  const texts = columns.map((column) => `${textOf(column, stagedBy.get(column.name))} AS text_${column.name}`);
  const utf8 = contract.columns.filter((column) => isStaged(column.name) && isTextual(column)).map(isUtf8);
  const told = columns.map((column) => `${toldOf(column, stagedBy.get(column.name), landing)} AS told_${column.name}`);
  const values = columns.filter(({ name }) => name !== POINT).map((column) => `${valueOf(column)} AS ${column.name}`);
  const derived = [
    ...contract.derived.map(({ name, sql }) => `${sql(landing.cityZone)} AS ${name}`),
    ...placesOf(contract, landing.places).map(({ name, sql }) => `${sql} AS ${name}`),
  ];
  const rejects = unlessWithdrawn(lawsAt(contract, 'reject'), isStaged);
  const flags = unlessWithdrawn(lawsAt(contract, 'flag'), isStaged);
  const identity = contract.columns.filter(({ name }) => contract.identity.includes(name));
  const source = quote(landing.source);
  const broken = brokenBits('broken', rejects);
  const isBroken = broken.map(({ name }) => `${name} != 0`).join(' OR ');
  const named = [...contract.columns, ...contract.derived, ...(hasPoint(contract) ? [{ name: FORMER_POINT }] : [])].map(({ name }) => name);
  return `SELECT
  ${list([
    `${source} AS source`,
    ...named,
    `${idsOf('bent', flags)} AS findings`,
    `toUInt64(${landing.runId}) AS run_id`,
    `${landing.file === undefined ? '_file' : quote(landing.file)} AS file`,
    'toUInt64(_line) AS line',
    `cityHash64(${[source, ...identity.map(hashable)].join(', ')}) AS key_hash`,
    `${rowHash(contract, isStaged)} AS row_hash`,
    'told_at',
    'toUInt8(withdrawn) AS is_withdrawn',
    `${idsOf('broken', rejects)} AS reasons`,
    `if(${isBroken}, ${rawRecord(columns.filter(({ name }) => isStaged(name)))}, '') AS raw`,
  ])}
FROM (SELECT *,
  ${list([...broken, ...brokenBits('bent', flags)].map(({ name, sql }) => `${sql} AS ${name}`))}
FROM (SELECT *,
  ${list([`toDateTime64(${quote(landing.latestPlausible)}, 3, 'UTC') AS latest_plausible`, ...derived])}
FROM (SELECT *,
  ${list(values)}
FROM (SELECT *,
  ${list([...told, ...askedOfTexts(columns, isStaged)])}
FROM (SELECT
  ${list([...(landing.file === undefined ? ['_file'] : []), '_line', '_is_torn', `${utf8.length === 0 ? '1' : utf8.join(' AND ')} AS is_utf8`, ...typedColumns(contract, landing.staged), ...texts])}
FROM (
${landing.query}
))))))`;
}

/** Columns that the engine already read as instants or days go on as they are, besides their text. */
const typedColumns = (contract: EntityContract, staged: readonly StagedColumn[]): string[] =>
  staged
    .filter(({ name, type }) => type.includes('Date') && [...contract.columns, ...TELLING].some((column) => column.name === name))
    .map(({ name }) => `${name} AS typed_${name}`);

/**
 * The query that lists the pseudonyms of staff in the first rows of a staging query; undefined for a contract, or a source,
 * that tells of no staff.
 */
export function staffInFirstRows(
  contract: EntityContract,
  { query, staged, rows }: Pick<Landing, 'query' | 'staged'> & { readonly rows: number },
): string | undefined {
  const told = contract.columns.flatMap((column) => {
    const found = staged.find(({ name }) => name === column.name);
    return column.kind === 'pseudonym' && found ? [textOf(column, found)] : [];
  });
  if (told.length === 0) return undefined;
  const names = `SELECT DISTINCT arrayJoin([${told.join(', ')}]) AS name FROM (SELECT * FROM (${query}) LIMIT ${rows})`;
  return `SELECT ${digestSql('name')} AS digest, any(${pseudonymSql('staff', 'name')}) AS pseudonym FROM (${names}) GROUP BY digest`;
}
