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

/** Leaves the values of a query on a connection, where the query finds them when it comes without. */
export async function setValues({ client }: Connected, query: Sql): Promise<void> {
  const settings = Object.entries(query.render().values).map(
    ([name, value]) => `param_${name} = ${literal(parameterText(value)).render().text}`,
  );
  if (settings.length > 0) await client.command({ query: `SET ${settings.join(', ')}` });
}
