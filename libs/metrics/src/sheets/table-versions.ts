import type { DataState } from '../remembered-rows';
import type { Month } from './day-number';

/** Names the states of tables, and of the months of those whose rows lie by month. */
export interface TableVersions {
  ofTables(tables: readonly string[]): string;
  ofMonth(table: string, month: Month): string;
  /** The version of all tables that a statement names, but one. */
  ofText(text: string, but: string | null): string;
  /** The months of which a table has rows, in order. */
  monthsOf(table: string): readonly Month[];
}

const WORD = /[a-z_]+/g;
const QUOTED = /'[^']*'/g;

/** Reads the versions out of a state of the data. */
export function tableVersions({ parts }: DataState): TableVersions {
  const ofTable = (table: string): string => JSON.stringify([table, [...(parts.get(table) ?? [])]]);
  const ofTables = (tables: readonly string[]): string => tables.map(ofTable).join(' ');
  return {
    ofTables,
    ofMonth: (table, month) => parts.get(table)?.get(month) ?? '',
    ofText: (text, but) => {
      const words = new Set(text.replace(QUOTED, '').match(WORD));
      return ofTables([...parts.keys()].filter((table) => table !== but && words.has(table)));
    },
    monthsOf: (table) => [...(parts.get(table)?.keys() ?? [])].sort(),
  };
}
