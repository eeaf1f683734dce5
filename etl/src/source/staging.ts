import { trusted, type Warehouse, WarehouseError, withSettings } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import type { EntityName } from '../contract/entity-contract';
import { TELLING } from '../contract/telling';
import type { StagedColumn } from '../contract/value-sql';
import type { Input } from './input';
import { named, SourceProblem } from './source-problem';

/** A staging query bound to one file. */
export interface Staging {
  readonly query: string;
  readonly columns: readonly StagedColumn[];
}

const CARRIED = ['_line', '_is_torn'];
const withoutComments = (text: string): string =>
  text
    .replace(/--[^\n]*/g, '')
    .replace(/;\s*$/, '')
    .trim();

/**
 * Rows are read one by one, so each carries its line. A query that gathers several lines into one row (DISTINCT, GROUP BY)
 * says itself which of them to name, by giving a column `_line`.
 */
function withLine(text: string): string {
  const staging = withoutComments(text);
  if (/\b_line\b/.test(staging)) return /\b_is_torn\b/.test(staging) ? staging : `SELECT *, 0 AS _is_torn FROM (${staging})`;
  return staging.replace(/^SELECT\b/i, 'SELECT _line, _is_torn,');
}

const bound = (text: string, { query }: Input): string => `SELECT * FROM (WITH input AS (\n  ${query}\n)\n${withLine(text)})`;

/** The sentence for a staging query that the engine refuses. */
function refusal(where: string, path: string, input: Input, error: WarehouseError): string {
  const unknown = /identifier [`'"]?([^`'"]+?)[`'"]? in scope|Missing columns: '([^']+)'/i.exec(error.message);
  const name = unknown?.[1] ?? unknown?.[2];
  if (error.code === 'UNKNOWN_IDENTIFIER' && name !== undefined)
    return `${where} reads the column "${name}", which ${path} does not have. The file has: ${named(input.columns)}.`;
  return `${where} is not a query over this file: ${error.message.split(/: In scope|: While/)[0]}`;
}

function check(where: string, entity: EntityName, columns: readonly StagedColumn[]): void {
  const allowed = [...CONTRACTS[entity].columns, ...TELLING];
  const names = columns.map(({ name }) => name);
  const unknown = names.find((name) => !allowed.some((column) => column.name === name));
  if (unknown !== undefined)
    throw new SourceProblem(
      `${where} gives the column "${unknown}", which ${entity} does not have. Allowed: ${named(allowed.map(({ name }) => name))}.`,
    );
  const missing = allowed.filter(({ name, required }) => required && !names.includes(name));
  if (missing.length > 0)
    throw new SourceProblem(`${where} does not give ${named(missing.map(({ name }) => `"${name}"`))}, which every ${entity} must have.`);
}

/** Binds a staging query to a file and checks what it gives. Throws {@link SourceProblem}. */
export async function bindStaging(
  warehouse: Warehouse,
  {
    folder,
    entity,
    text,
    path,
    input,
  }: { readonly folder: string; readonly entity: EntityName; readonly text: string; readonly path: string; readonly input: Input },
): Promise<Staging> {
  const where = `${folder}/${entity}.sql`;
  const query = bound(text, input);
  let described: StagedColumn[];
  try {
    described = await warehouse.rows<StagedColumn>(withSettings(trusted(`DESCRIBE (${query})`), input.settings));
  } catch (error) {
    if (error instanceof WarehouseError) throw new SourceProblem(refusal(where, path, input, error), { cause: error });
    throw error;
  }
  const columns = described.filter(({ name }) => !CARRIED.includes(name)).map(({ name, type }) => ({ name, type }));
  check(where, entity, columns);
  return { query, columns };
}
