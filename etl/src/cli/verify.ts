import { verifyRollups } from '../rollup';
import type { Command } from './command';
import { printReport } from './report';

const monthText = (month: number): string => `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`;

/** `verify`: counts every rollup again from the facts; ends with 1 when any number differs. */
export const verify: Command = {
  usage: 'verify [--json]',
  does: 'counts every rollup again from the rows it was counted from, and lists each number that differs',
  purpose: 'a check of the rollups',
  options: { json: { type: 'boolean' } },
  async run({ stores, typed, terminal }) {
    const differences = await verifyRollups(stores.warehouse, stores.city.settings, ({ table, month, monthsDone, months }) =>
      terminal.progress({ step: 'Counting again', what: `${table} ${monthText(month)}`, done: monthsDone, all: months, unit: 'items' }),
    );
    const rows = differences.map(({ table, key, column, stored, recomputed }) => ({
      table,
      row: Object.entries(key)
        .map(([name, value]) => `${name}=${value}`)
        .join(' '),
      column,
      kept: stored ?? '(no row)',
      counted: recomputed ?? '(no row)',
    }));
    const none = 'Every rollup equals the rows it was counted from.';
    printReport({ headings: ['table', 'row', 'column', 'kept', 'counted'], rows, none }, { typed, terminal });
    return rows.length === 0 ? 0 : 1;
  },
};
