import { trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import { quote } from '../contract/compile';
import type { Input } from './input';
import { readingProblem } from './reading-problem';
import { quoteName } from './table-input';

interface Column {
  readonly name: string;
  readonly type: string;
}

const NO_CACHE = { schema_inference_use_cache_for_file: 0 };

const columnsOf = (warehouse: Warehouse, path: string): Promise<Column[]> =>
  warehouse.rows<Column>(withSettings(trusted(`DESCRIBE file(${quote(path)}, 'Parquet')`), NO_CACHE));

/** Names of the columns whose instants are written as a clock on the wall shows them, in no zone. */
async function wallClocks(warehouse: Warehouse, path: string): Promise<ReadonlySet<string>> {
  const found = await warehouse.rows<{ column: string }>(
    trusted(`SELECT tupleElement(arrayJoin(columns), 'path') AS column, tupleElement(arrayJoin(columns), 'logical_type') AS kind
      FROM file(${quote(path)}, 'ParquetMetadata') WHERE startsWith(kind, 'Timestamp(isAdjustedToUTC=false') ORDER BY column`),
  );
  return new Set(found.map(({ column }) => column));
}

/**
 * A Parquet file: its columns keep their types, nested ones too. TRICKY: the engine reads an instant without a zone as UTC
 * and tells it apart from one in UTC by nothing; here it belongs to the zone of the source, like any other without an offset.
 */
export async function parquetInput(warehouse: Warehouse, path: string, zone: string): Promise<Input> {
  try {
    const columns = await columnsOf(warehouse, path);
    const inNoZone = await wallClocks(warehouse, path);
    const fields = columns.map(({ name }) => {
      const quoted = quoteName(name);
      return inNoZone.has(name) ? `toDateTime64(toString(f.${quoted}), 6, ${quote(zone)}) AS ${quoted}` : `f.${quoted} AS ${quoted}`;
    });
    return {
      columns: columns.map(({ name }) => name),
      query: `SELECT ${fields.join(', ')}, f._row_number + 1 AS _line, 0 AS _is_torn
  FROM (SELECT *, _row_number FROM file(${quote(path)}, 'Parquet')) AS f`,
      settings: NO_CACHE,
    };
  } catch (error) {
    throw readingProblem(path, error);
  }
}
