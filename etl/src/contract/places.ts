import { nameKey, nameKeySql } from '../privacy/name-key';

/** A point as records may name it: it serves from `validFrom` up to, not including, `validTo`. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Codes of the units that it took over. */
  readonly predecessors: readonly string[];
}

/** What a city knows of places when records are read. */
export interface Places {
  readonly points: readonly Place[];
  /** True when a record of a point that the city does not list is refused. */
  readonly areRegistered: boolean;
  readonly wards: readonly { readonly code: string; readonly name: string; readonly type: string | null }[];
}

/** A day before it was not told, or could not be read. */
const EARLIEST = '1971-01-01';

/** A city that lists nothing: every code counts, no name is known. */
export const NO_PLACES: Places = { points: [], areRegistered: false, wards: [] };

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const list = (texts: readonly string[]): string => texts.map(quote).join(', ');

/** Names that mean one code, as they are typed; a name that two places share means neither. */
function codesByName(named: readonly { readonly code: string; readonly name: string }[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string | undefined>();
  for (const { name, code } of named) {
    const key = nameKey(name);
    if (key !== nameKey(code)) codes.set(key, codes.has(key) && codes.get(key) !== code ? undefined : code);
  }
  return new Map([...codes].flatMap(([key, code]) => (code === undefined ? [] : [[key, code] as const])));
}

/** SQL: a text where a source wrote the name of a place instead of its code; spelling does not matter. */
function byName(text: string, named: ReadonlyMap<string, string>): string {
  if (named.size === 0) return text;
  // Codes are told far more often than names; a name of a place has a space or a mark.
  const keyed = nameKeySql(text);
  return `if(match(${text}, '^[\\\\w.-]*$'), ${text}, transform(${keyed}, [${list([...named.keys()])}], [${list([...named.values()])}], ${text}))`;
}

/** SQL: the code of a point from its code or its name. */
export const pointByName = (text: string, { points }: Places): string => byName(text, codesByName(points));

/** SQL: the code of a ward from its code or its name, with or without phường or xã before it. */
export const wardByName = (text: string, { wards }: Places): string =>
  byName(
    text,
    codesByName(wards.flatMap(({ code, name, type }) => [{ code, name }, ...(type === null ? [] : [{ code, name: `${type} ${name}` }])])),
  );

const isOutside = (day: string, { validFrom, validTo }: Place): string =>
  [`${day} < '${validFrom}'`, ...(validTo === null ? [] : [`${day} >= '${validTo}'`])].join(' OR ');

/** SQL: true when the point does not serve on the day. Most points share one stretch of time, so few of them are asked. */
function notValid(code: string, day: string, points: readonly Place[]): string {
  const stretches = [...new Set(points.map((point) => isOutside(day, point)))];
  const codesIn = (stretch: string): string => list(points.filter((point) => isOutside(day, point) === stretch).map((point) => point.code));
  return stretches.map((stretch) => `(${stretch}) AND ${code} IN (${codesIn(stretch)})`).join(' OR ') || '0';
}

/** The column that says where a record happened. */
export const POINT = 'point_code';
/** The column that keeps the code of a former unit, where that is what the source told. */
export const FORMER_POINT = 'former_point_code';

/** SQL for a column, by its name. */
export interface NamedSql {
  readonly name: string;
  readonly sql: string;
}

/** SQL: true when a code is that of a former unit: one that the city lists as taken over, and not itself in force that day. */
function isFormer(told: string, day: string, points: readonly Place[]): string {
  const olds = new Set(points.flatMap(({ predecessors }) => predecessors));
  const own = points.filter(({ code }) => olds.has(code));
  const isIn = `${told} IN (${list([...olds])})`;
  return own.length === 0 ? isIn : `${isIn} AND (${told} NOT IN (${list(own.map(({ code }) => code))}) OR ${notValid(told, day, own)})`;
}

/**
 * Where a record happened, and what its laws ask about that. A code of a former unit counts for the point that took it over;
 * the told code stays beside it, so that nothing is rewritten silently.
 */
export function pointColumns(day: string, { points, areRegistered }: Places): readonly NamedSql[] {
  const told = `told_${POINT}`;
  const moves = points.flatMap(({ code, predecessors }) => predecessors.map((old) => ({ old, code })));
  const successor = `transform(${told}, [${list(moves.map(({ old }) => old))}], [${list(moves.map(({ code }) => code))}], ${told})`;
  const hasMoves = moves.length > 0;
  const known = points.map(({ code }) => code);
  return [
    ...(hasMoves ? [{ name: 'is_point_former', sql: isFormer(told, day, points) }] : []),
    { name: POINT, sql: hasMoves ? `toLowCardinality(if(is_point_former, ${successor}, ${told}))` : told },
    { name: FORMER_POINT, sql: hasMoves ? `toLowCardinality(if(is_point_former, ${told}, ''))` : "''" },
    { name: 'is_point_unknown', sql: areRegistered ? `${POINT} NOT IN (${list(['', ...known])})` : '0' },
    {
      name: 'is_point_not_valid',
      sql: areRegistered
        ? `${hasMoves ? 'NOT is_point_former AND ' : ''}${day} >= '${EARLIEST}' AND (${notValid(POINT, day, points)})`
        : '0',
    },
  ];
}

/** What the law about a ward asks. */
export const wardColumn = (name: string, { wards }: Places): NamedSql => ({
  name: `is_${name}_unknown`,
  sql: wards.length === 0 ? '0' : `${name} NOT IN (${list(['', ...wards.map(({ code }) => code)])})`,
});
