import type { Connected } from './connect';
import { literal, type Sql } from './sql';
import { WarehouseError } from './warehouse-error';

/** How the engine writes rows as text. */
export type TextFormat = 'CSV' | 'JSONEachRow';

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

async function* ofEmbedded({ client, embedded }: Connected, query: Sql, format: TextFormat): AsyncGenerator<string> {
  const { text, values } = query.render();
  // TRICKY: the engine's stream takes no values beside its text, but reads those that were set on its connection.
  for (const [name, value] of Object.entries(values))
    await client.command({ query: `SET param_${name} = ${literal(parameterText(value)).render().text}` });
  for await (const chunk of embedded?.chdb.queryStream(text, { format }) ?? []) yield chunk.text();
}

async function* ofServer({ client }: Connected, query: Sql, format: TextFormat): AsyncGenerator<string> {
  const { text, values } = query.render();
  const result = await client.query({ query: text, query_params: { ...values }, format });
  for await (const rows of result.stream()) yield rows.map((row) => `${row.text}\n`).join('');
}

/** The result of a query as text in the engine's own format, piece by piece: what nobody reads yet is not made yet. */
export async function* textOf(connection: Connected, query: Sql, format: TextFormat): AsyncGenerator<string> {
  try {
    yield* connection.embedded ? ofEmbedded(connection, query, format) : ofServer(connection, query, format);
  } catch (error) {
    throw new WarehouseError(error, query.render().text);
  }
}
