import { type EngineSettings, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import { quote } from '../contract/compile';
import type { SourceSettings } from './source-folder';
import { named, SourceProblem } from './source-problem';

/** A file as the staging queries see it: a relation named `input`, with `_line` and `_is_torn` on each row. */
export interface Input {
  readonly columns: readonly string[];
  readonly query: string;
  readonly settings: EngineSettings;
}

const quoteName = (name: string): string => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;

/** Nothing of a source's own means "null" to the reader: the contract decides what an empty text is. */
const NO_NULL = '\u0001';

const TEXT_SETTINGS = {
  CSVWithNames: {
    input_format_csv_use_best_effort_in_schema_inference: 0,
    input_format_csv_allow_variable_number_of_columns: 1,
    input_format_csv_detect_header: 0,
    input_format_csv_empty_as_default: 0,
    format_csv_null_representation: NO_NULL,
  },
  TSVWithNames: {
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

const firstSentence = (error: unknown): string =>
  error instanceof Error ? (error.message.split(/(?<=\.) |: \(|: While/)[0] ?? '') : String(error);

async function headerOf(warehouse: Warehouse, path: string, format: keyof typeof PLAIN, settings: EngineSettings): Promise<string[]> {
  try {
    const columns = await warehouse.rows<{ name: string }>(
      withSettings(trusted(`DESCRIBE file(${quote(path)}, '${format}')`), { ...settings, ...INFERENCE }),
    );
    return columns.map(({ name }) => name);
  } catch (error) {
    const twice = /Duplicate column name[^"]*"(?<name>.*)"/.exec(firstSentence(error))?.groups?.['name'];
    if (twice !== undefined) throw new SourceProblem(`${path} names the column "${twice}" twice in its header line.`, { cause: error });
    throw new SourceProblem(`${path} has no readable header line as ${format}: ${firstSentence(error)}`, { cause: error });
  }
}

/**
 * A table of text: every field as text. One column more than the header and an unknown last field tell lines that are too
 * long or too short. TRICKY: the header is read as a row and left out here, because the engine counts it as a line in all
 * pieces of a file but the first when it is told to skip it. A blank line is no record.
 */
async function tableInput(warehouse: Warehouse, path: string, { read }: SourceSettings, format: keyof typeof PLAIN): Promise<Input> {
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

const recordInput = (query: string): Input => ({ columns: ['record'], query, settings: {} });

/** The records of one JSON document stand in a list at a path of keys; `_line` counts them. */
function documentQuery(path: string, records: string): string {
  const keys = records
    .split('.')
    .map((key) => quote(key))
    .join(', ');
  return `SELECT record, _line, 0 AS _is_torn
  FROM (SELECT JSONExtractArrayRaw(document, ${keys}) AS list FROM file(${quote(path)}, 'JSONAsString', 'document String')) ARRAY JOIN list AS record, arrayEnumerate(list) AS _line`;
}

async function checkDocument(warehouse: Warehouse, path: string, records: string): Promise<void> {
  const keys = records
    .split('.')
    .map((key) => quote(key))
    .join(', ');
  let found: { kind: string; keys: string[] } | undefined;
  try {
    [found] = await warehouse.rows<{ kind: string; keys: string[] }>(
      trusted(
        `SELECT toString(JSONType(document, ${keys})) AS kind, JSONExtractKeys(document) AS keys FROM file(${quote(path)}, 'JSONAsString', 'document String') LIMIT 1`,
      ),
    );
  } catch (error) {
    throw new SourceProblem(`${path} is not a JSON document: ${firstSentence(error)}`, { cause: error });
  }
  if (found?.kind !== 'Array')
    throw new SourceProblem(`${path} has no list of records at "${records}"; the document has the keys: ${named(found?.keys ?? [])}.`);
}

/** Looks at a file and says how to read it. Throws {@link SourceProblem} when it is not what the source promises. */
export async function inputOf(warehouse: Warehouse, path: string, source: SourceSettings): Promise<Input> {
  const { format, records = '' } = source.read;
  if (format === 'CSVWithNames' || format === 'TSVWithNames') return tableInput(warehouse, path, source, format);
  if (format === 'JSON') {
    await checkDocument(warehouse, path, records);
    return recordInput(documentQuery(path, records));
  }
  return recordInput(
    `SELECT f.record AS record, f._row_number + 1 AS _line, 0 AS _is_torn FROM (SELECT record, _row_number FROM file(${quote(path)}, 'JSONAsString', 'record String')) AS f`,
  );
}
