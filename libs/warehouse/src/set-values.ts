import type { Connected } from './connect';
import { literal, type Sql } from './sql';

// A setting's text is read as a line of a file with tabs would be: what ends a value there must be escaped.
const ESCAPES: readonly (readonly [string, string])[] = [
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\0', '\\0'],
];

function parameterText(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((item) => (typeof item === 'string' ? literal(item).render().text : String(item))).join(',')}]`;
  return ESCAPES.reduce((text, [from, to]) => text.replaceAll(from, to), String(value));
}

const names = (query: Sql): readonly string[] => Object.keys(query.render().values);
const set = (assignments: readonly string[]): string => `SET ${assignments.join(', ')}`;

/** Leaves the values of a query on a connection, where the query finds them when it comes without. */
export async function setValues({ client }: Connected, query: Sql): Promise<void> {
  const { values } = query.render();
  const assignments = Object.entries(values).map(([name, value]) => `param_${name} = ${literal(parameterText(value)).render().text}`);
  if (assignments.length > 0) await client.command({ query: set(assignments) });
}

/** Takes them away again, where a value may be a secret. */
export async function forgetValues({ client, embedded }: Connected, query: Sql): Promise<void> {
  const assignments = names(query).map((name) => `param_${name} = ''`);
  if (embedded && assignments.length > 0) await client.command({ query: set(assignments) });
}

/**
 * Runs a statement with its values. TRICKY: of statements that bring values beside their text the embedded engine runs one
 * at a time, on whatever connection, so that a load would hold up every reader; there the values go first, by themselves.
 */
export async function withValues<Result>(
  connection: Connected,
  query: Sql,
  run: (values: Record<string, unknown> | undefined) => Promise<Result>,
): Promise<Result> {
  if (!connection.embedded || names(query).length === 0) return run({ ...query.render().values });
  await setValues(connection, query);
  return run(undefined);
}
