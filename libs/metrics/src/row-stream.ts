import { sql, type Sql, type Warehouse, withSettings } from '@evenhand/warehouse';
import type { DetailColumn } from './facts/fact';
import type { RowsBehind } from './rows-behind';

/**
 * Settings of a statement whose rows are taken one after the other: sorting may use the disk, and nothing is held for speed.
 * Blocks of usual size would make pieces of 20 MB; small ones halve what the engine needs and are faster to take.
 */
export const WITHOUT_HOLDING = {
  date_time_output_format: 'iso',
  output_format_json_quote_64bit_integers: 0,
  max_threads: 1,
  max_block_size: 2048,
  max_bytes_before_external_sort: 100_000_000,
} as const;

export type CaseRow = RowsBehind['rows'][number];

/** Cases made while they are read. */
export interface CaseRows {
  readonly columns: readonly DetailColumn[];
  readonly total: number;
  /** How many of them `rows` holds. */
  readonly shown: number;
  /** Some at a time; whoever stops reading ends the statement. */
  readonly rows: AsyncGenerator<readonly CaseRow[]>;
}

/** Reads JSON lines that come in pieces of any length. */
export async function* rowsOfLines(pieces: AsyncIterable<string>): AsyncGenerator<readonly CaseRow[]> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map((line): CaseRow => JSON.parse(line));
  }
  if (rest !== '') yield [JSON.parse(rest)];
}

/** The rows of a statement, no faster than they are taken. */
export const caseRows = (warehouse: Warehouse, rows: Sql): AsyncGenerator<readonly CaseRow[]> =>
  rowsOfLines(warehouse.text(withSettings(sql`SELECT * FROM (${rows})`, WITHOUT_HOLDING), 'JSONEachRow'));
