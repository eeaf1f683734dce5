import type { Connected } from './connect';
import { setValues } from './set-values';
import type { Sql } from './sql';
import { WarehouseError } from './warehouse-error';

/** How the engine writes rows as text. */
export type TextFormat = 'CSV' | 'JSONEachRow';

async function* ofEmbedded(connection: Connected, query: Sql, format: TextFormat): AsyncGenerator<string> {
  // TRICKY: the engine's stream takes no values beside its text, but reads those that were set on its connection.
  await setValues(connection, query);
  for await (const chunk of connection.embedded?.chdb.queryStream(query.render().text, { format }) ?? []) yield chunk.text();
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
