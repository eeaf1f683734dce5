import type { Dialect, InstantKind } from './dialect';

const quoted = (name: string): string => `"${name}"`;

const written = (expression: string, kind: InstantKind): string =>
  kind === 'absolute'
    ? `to_char((${expression}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : `to_char(${expression}, 'YYYY-MM-DD HH24:MI:SS.US')`;

function instantKind(type: string): InstantKind | undefined {
  if (type === 'timestamp with time zone') return 'absolute';
  return type === 'timestamp without time zone' ? 'local' : undefined;
}

/** How PostgreSQL is asked. An infinite instant has no digits: it goes on as the word that it is. */
export const POSTGRESQL: Dialect = {
  reader: 'postgresql',
  port: 5432,
  quoted,
  place: ({ schema, table }) => `${quoted(schema)}.${quoted(table)}`,
  columnsOf: ({ schema, table }) =>
    `SELECT attname::text AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = to_regclass('${quoted(schema)}.${quoted(table)}') AND attnum > 0 AND NOT attisdropped`,
  instantKind,
  text: ({ name, type }) => {
    const kind = instantKind(type);
    const column = quoted(name);
    return kind === undefined ? `${column}::text` : `CASE WHEN isfinite(${column}) THEN ${written(column, kind)} ELSE ${column}::text END`;
  },
  instant: (value, kind, minutesBefore = 0) =>
    `(${kind === 'absolute' ? 'TIMESTAMPTZ' : 'TIMESTAMP'} '${value}' - INTERVAL '${minutesBefore} minutes')`,
  clock: (kind, zone) => written(kind === 'absolute' ? 'now()' : `now() AT TIME ZONE '${zone}'`, kind),
  written,
};
