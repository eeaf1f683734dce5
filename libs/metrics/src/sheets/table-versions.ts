import { createHash } from 'node:crypto';
import type { DataState } from '../remembered-rows';
import type { Month } from './day-number';

/** Names the states of tables, and of the months of those whose rows lie by month. */
export interface TableVersions {
  ofTables(tables: readonly string[]): string;
  ofMonth(table: string, month: Month): string;
  /** The version of all tables that a statement names, but one; the text is asked for once for each name. */
  ofText(name: string, text: () => string, but: string | null): string;
  /** The months of which a table has rows, in order. */
  monthsOf(table: string): readonly Month[];
}

const WORD = /[a-z_]+/g;
const QUOTED = /'[^']*'/g;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

const made = new WeakMap<DataState, TableVersions>();

/** The versions that a state of the data tells. */
export function tableVersions(state: DataState): TableVersions {
  const known = made.get(state) ?? versionsIn(state);
  made.set(state, known);
  return known;
}

function versionsIn({ parts }: DataState): TableVersions {
  // Versions are held against each other for every month of every sheet: short ones take no time.
  const tables = new Map([...parts].map(([table, partitions]) => [table, digest(JSON.stringify([table, ...partitions]))]));
  const months = new Map([...parts].map(([table, partitions]) => [table, [...partitions.keys()].sort()]));
  const texts = new Map<string, string>();
  const ofTable = (table: string): string => tables.get(table) ?? '';
  const ofTables = (tables: readonly string[]): string => tables.map(ofTable).join(' ');
  return {
    ofTables,
    ofMonth: (table, month) => parts.get(table)?.get(month) ?? '',
    ofText: (name, textOf, but) => {
      const known = texts.get(name);
      if (known !== undefined) return known;
      const words = new Set(textOf().replace(QUOTED, '').match(WORD));
      const version = digest(ofTables([...parts.keys()].filter((table) => table !== but && words.has(table))));
      texts.set(name, version);
      return version;
    },
    monthsOf: (table) => months.get(table) ?? [],
  };
}
