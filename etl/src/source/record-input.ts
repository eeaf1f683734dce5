import { trusted, type Warehouse } from '@evenhand/warehouse';
import { quote } from '../contract/compile';
import type { Input } from './input';
import { noListProblem, readingProblem } from './reading-problem';

const recordInput = (query: string): Input => ({ columns: ['record'], query, settings: {} });

const keysOf = (records: string): string =>
  records
    .split('.')
    .map((key) => quote(key))
    .join(', ');

async function checkDocument(warehouse: Warehouse, path: string, records: string): Promise<void> {
  let found: { kind: string; keys: string[] } | undefined;
  try {
    [found] = await warehouse.rows<{ kind: string; keys: string[] }>(
      trusted(
        `SELECT toString(JSONType(document, ${keysOf(records)})) AS kind, JSONExtractKeys(document) AS keys FROM file(${quote(path)}, 'JSONAsString', 'document String') LIMIT 1`,
      ),
    );
  } catch (error) {
    throw readingProblem(path, error, 'is not a JSON document');
  }
  if (found?.kind !== 'Array') throw noListProblem(path, records, found?.keys ?? []);
}

/** One JSON object per line. */
export const linesInput = (path: string): Input =>
  recordInput(
    `SELECT f.record AS record, f._row_number + 1 AS _line, 0 AS _is_torn FROM (SELECT record, _row_number FROM file(${quote(path)}, 'JSONAsString', 'record String')) AS f`,
  );

/** The records of one JSON document stand in a list at a path of keys; `_line` counts them. */
export async function documentInput(warehouse: Warehouse, path: string, records: string): Promise<Input> {
  await checkDocument(warehouse, path, records);
  return recordInput(`SELECT record, _line, 0 AS _is_torn
  FROM (SELECT JSONExtractArrayRaw(document, ${keysOf(records)}) AS list FROM file(${quote(path)}, 'JSONAsString', 'document String')) ARRAY JOIN list AS record, arrayEnumerate(list) AS _line`);
}
