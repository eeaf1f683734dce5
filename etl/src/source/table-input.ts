import { type EngineSettings, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import { quote } from '../contract/compile';
import type { Input } from './input';
import { headerProblem } from './reading-problem';
import type { ReadSettings } from './read-settings';

export type TableFormat = 'CSVWithNames' | 'TSVWithNames';

/** A name as an identifier in a statement. */
export const quoteName = (name: string): string => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;

/**
 * One thread reads a file while the others check what it read: taking a file apart in pieces, so that several may read,
 * takes a third more processor time than reading it, and the checks are the longer work.
 */
const READING = { input_format_parallel_parsing: 0, input_format_null_as_default: 0 } as const;

/** Nothing of a source's own means "null" to the reader: the contract decides what an empty text is. */
const NO_NULL = '\u0001';

const TEXT_SETTINGS = {
  CSVWithNames: {
    ...READING,
    input_format_csv_use_best_effort_in_schema_inference: 0,
    input_format_csv_allow_variable_number_of_columns: 1,
    input_format_csv_detect_header: 0,
    input_format_csv_empty_as_default: 0,
    format_csv_null_representation: NO_NULL,
  },
  TSVWithNames: {
    ...READING,
    input_format_tsv_use_best_effort_in_schema_inference: 0,
    input_format_tsv_allow_variable_number_of_columns: 1,
    input_format_tsv_crlf_end_of_line: 1,
    input_format_tsv_detect_header: 0,
    input_format_tsv_empty_as_default: 0,
    format_tsv_null_representation: NO_NULL,
  },
} as const;
const INFERENCE = { schema_inference_make_columns_nullable: 0, schema_inference_use_cache_for_file: 0 };
const PLAIN = { CSVWithNames: 'CSV', TSVWithNames: 'TSV' } as const;

async function headerOf(warehouse: Warehouse, path: string, format: TableFormat, settings: EngineSettings): Promise<string[]> {
  try {
    const columns = await warehouse.rows<{ name: string }>(
      withSettings(trusted(`DESCRIBE file(${quote(path)}, '${format}')`), { ...settings, ...INFERENCE }),
    );
    return columns.map(({ name }) => name);
  } catch (error) {
    throw headerProblem(path, format, error);
  }
}

/**
 * A table of text: every field as text. One column more than the header and an unknown last field tell lines that are too
 * long or too short. TRICKY: the header is read as a row and left out here, because the engine counts it as a line in all
 * pieces of a file but the first when it is told to skip it. A blank line is no record.
 */
export async function tableInput(warehouse: Warehouse, path: string, read: ReadSettings, format: TableFormat): Promise<Input> {
  const settings = { ...TEXT_SETTINGS[format], ...(format === 'CSVWithNames' ? { format_csv_delimiter: read.delimiter } : {}) };
  const columns = await headerOf(warehouse, path, format, settings);
  const texts = columns.slice(0, -1).map(quoteName);
  const last = quoteName(columns.at(-1) ?? '');
  const structure = [...texts.map((name) => `${name} String`), `${last} Nullable(String)`, '_beyond Nullable(String)'].join(', ');
  const decode = (field: string): string =>
    read.encoding === 'UTF-8' ? field : `convertCharset(${field}, ${quote(read.encoding)}, 'UTF-8')`;
  const fields = [...texts.map((name) => `${decode(`f.${name}`)} AS ${name}`), `${decode(`ifNull(f.${last}, '')`)} AS ${last}`];
  const isBlank = [`ifNull(f.${last}, '') = ''`, 'isNull(f._beyond)', ...texts.map((name) => `f.${name} = ''`)].join(' AND ');
  const isRecord = `f._row_number > 0 AND NOT (${columns.length === 1 ? '' : `isNull(f.${last}) AND `}${isBlank})`;
  return {
    columns,
    query: `SELECT ${fields.join(', ')}, f._row_number + 1 AS _line, isNull(f.${last}) OR isNotNull(f._beyond) AS _is_torn
  FROM (SELECT *, _row_number FROM file(${quote(path)}, '${PLAIN[format]}', ${quote(structure)})) AS f
  WHERE ${isRecord}`,
    settings,
  };
}

/** A table that a file was written anew as, see `readable.ts`: its rows carry the lines they have in the file itself. */
export async function convertedInput(warehouse: Warehouse, path: string): Promise<Input> {
  const settings = TEXT_SETTINGS.TSVWithNames;
  const all = await headerOf(warehouse, path, 'TSVWithNames', settings);
  const [line = '', torn = '', ...columns] = all.map(quoteName);
  const structure = [`${line} UInt64`, `${torn} UInt8`, ...columns.map((name) => `${name} String`)].join(', ');
  return {
    columns: all.slice(2),
    query: `SELECT ${[...columns, line, torn].join(', ')} FROM file(${quote(path)}, 'TSVWithNames', ${quote(structure)})`,
    settings,
  };
}
