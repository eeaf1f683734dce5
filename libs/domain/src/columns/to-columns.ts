import type { Against, Answer, AnswerRow, Interval, SingleValue, Value } from '../answer';
import { COMPARED_WITH, DIMENSIONS } from '../question';
import type { AgainstColumns, AnswerColumns, IntervalColumns, SingleColumns, Some, ValueColumns } from './answer-columns';
import { column, sharedColumn } from './column';

/** The columns of those cells that there are; `null` where there is none. */
function some<Row, Cell extends object, Columns extends object>(
  rows: readonly Row[],
  read: (row: Row) => Cell | null | undefined,
  columns: (present: readonly Cell[]) => Columns,
): Some<Columns> | null {
  const present: Cell[] = [];
  for (const row of rows) {
    const cell = read(row);
    if (cell) present.push(cell);
  }
  if (present.length === 0) return null;
  if (present.length === rows.length) return columns(present);
  return { in: rows.flatMap((row, at) => (read(row) ? [at] : [])), ...columns(present) };
}

const intervals = <Row>(rows: readonly Row[], read: (row: Row) => Interval | null): IntervalColumns | null =>
  rows.every((row) => read(row) === null)
    ? null
    : { low: column(rows, (row) => read(row)?.low ?? null), high: column(rows, (row) => read(row)?.high ?? null) };

const singles = (cells: readonly SingleValue[]): SingleColumns => ({
  value: column(cells, ({ value }) => value),
  reason: sharedColumn(cells, ({ reason }) => reason),
  n: column(cells, ({ n }) => n),
  cases: column(cells, (cell) => cell.cases),
  interval: intervals(cells, ({ interval }) => interval),
  bounds: intervals(cells, ({ bounds }) => bounds),
  coverage: sharedColumn(cells, ({ coverage }) => coverage),
  asOf: sharedColumn(cells, ({ asOf }) => asOf),
  version: column(cells, ({ version }) => version),
  from: sharedColumn(cells, ({ from }) => from),
  approximate: column(cells, ({ approximate }) => approximate),
});

function againsts(cells: readonly Against[]): AgainstColumns {
  const alike = sharedColumn(cells, (cell) => cell.alike);
  return {
    of: sharedColumn(cells, ({ of }) => of),
    now: some(cells, ({ now }) => now, singles),
    range: sharedColumn(cells, ({ range }) => range),
    sameWeekdays: column(cells, ({ sameWeekdays }) => sameWeekdays),
    value: singles(cells.map(({ value }) => value)),
    difference: column(cells, ({ difference }) => difference),
    interval: intervals(cells, ({ interval }) => interval),
    ...(alike === undefined ? {} : { alike }),
  };
}

/** The columns of each name that has some. */
const named = <Name extends string, Columns>(names: readonly Name[], columnsOf: (name: Name) => Columns | null | undefined) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const columns = columnsOf(name);
      return columns === null || columns === undefined ? [] : [[name, columns]];
    }),
  );

const heldAgainst = (cells: readonly NonNullable<Value['against']>[]): NonNullable<ValueColumns['against']> => ({
  each: named(COMPARED_WITH, (compared) => some(cells, (cell) => cell[compared], againsts)),
});

function values(cells: readonly Value[]): ValueColumns {
  const against = some(cells, (cell) => cell.against, heldAgainst);
  return { ...singles(cells), ...(against === null ? {} : { against }) };
}

/** The names that an object of any row has. */
function namesIn(rows: readonly AnswerRow[], read: (row: AnswerRow) => object): ReadonlySet<string> {
  const names = new Set<string>();
  for (const row of rows) for (const name in read(row)) names.add(name);
  return names;
}

function keys(rows: readonly AnswerRow[]): AnswerColumns['key'] {
  const names = namesIn(rows, ({ key }) => key);
  const dimensions = DIMENSIONS.filter((dimension) => names.has(dimension));
  return Object.fromEntries(dimensions.map((dimension) => [dimension, sharedColumn(rows, ({ key }) => key[dimension])]));
}

const figures = (rows: readonly AnswerRow[]): AnswerColumns['values'] =>
  named([...namesIn(rows, (row) => row.values)], (metric) => some(rows, (row) => row.values[metric], values));

/** An answer by columns; {@link fromColumns} makes the same answer of what JSON keeps of them. Its numbers are finite. */
export const toColumns = ({ question, rows, untold }: Answer): AnswerColumns => ({
  question,
  rows: rows.length,
  key: keys(rows),
  values: figures(rows),
  ...(untold === undefined ? {} : { untold }),
});
