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

const made = new WeakMap<DataState, TableVersions>();

/** The versions that a state of the data tells. */
export function tableVersions(state: DataState): TableVersions {
  const known = made.get(state) ?? versionsIn(state);
  made.set(state, known);
  return known;
}

function versionsIn({ parts }: DataState): TableVersions {
  const tables = new Map([...parts].map(([table, partitions]) => [table, JSON.stringify([table, ...partitions])]));
  const months = new Map([...parts].map(([table, partitions]) => [table, [...partitions.keys()].sort()]));
  const texts = new Map<string, string>();
  const ofTable = (table: string): string => tables.get(table) ?? '';
  const ofTables = (tables: readonly string[]): string => tables.map(ofTable).join(' ');
  return {
    ofTables,
    ofMonth: (table, month) => parts.get(table)?.get(month) ?? '',
    ofText: (text, but) => {
      const name = `${but} ${text}`;
      const known = texts.get(name);
      if (known !== undefined) return known;
      const words = new Set(text.replace(QUOTED, '').match(WORD));
      const version = ofTables([...parts.keys()].filter((table) => table !== but && words.has(table)));
      texts.set(name, version);
      return version;
    },
    monthsOf: (table) => months.get(table) ?? [],
  };
}
