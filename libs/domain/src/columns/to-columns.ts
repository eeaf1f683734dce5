import type { Against, Answer, AnswerRow, Interval, SingleValue, Value } from '../answer';
import { COMPARED_WITH, DIMENSIONS } from '../question';
import type { AgainstColumns, AnswerColumns, IntervalColumns, SingleColumns, Some, ValueColumns } from './answer-columns';
import { column, sharedColumn } from './column';

/** The columns of those cells that there are; `null` where there is none. */
function some<Cell extends object, Columns extends object>(
  cells: readonly (Cell | null | undefined)[],
  columns: (present: readonly Cell[]) => Columns,
): Some<Columns> | null {
  const present = cells.filter((cell) => cell !== null && cell !== undefined);
  if (present.length === 0) return null;
  if (present.length === cells.length) return columns(present);
  return { in: cells.flatMap((cell, row) => (cell ? [row] : [])), ...columns(present) };
}

const intervals = (cells: readonly (Interval | null)[]): IntervalColumns | null =>
  cells.every((cell) => cell === null)
    ? null
    : { low: column(cells.map((cell) => cell && cell.low)), high: column(cells.map((cell) => cell && cell.high)) };

const singles = (cells: readonly SingleValue[]): SingleColumns => ({
  value: column(cells.map(({ value }) => value)),
  reason: sharedColumn(cells.map(({ reason }) => reason)),
  n: column(cells.map(({ n }) => n)),
  cases: column(cells.map((cell) => cell.cases)),
  interval: intervals(cells.map(({ interval }) => interval)),
  bounds: intervals(cells.map(({ bounds }) => bounds)),
  coverage: sharedColumn(cells.map(({ coverage }) => coverage)),
  asOf: sharedColumn(cells.map(({ asOf }) => asOf)),
  version: column(cells.map(({ version }) => version)),
  from: sharedColumn(cells.map(({ from }) => from)),
  approximate: column(cells.map(({ approximate }) => approximate)),
});

function againsts(cells: readonly Against[]): AgainstColumns {
  const alike = sharedColumn(cells.map((cell) => cell.alike));
  return {
    of: sharedColumn(cells.map(({ of }) => of)),
    now: some(
      cells.map(({ now }) => now),
      singles,
    ),
    range: sharedColumn(cells.map(({ range }) => range)),
    sameWeekdays: column(cells.map(({ sameWeekdays }) => sameWeekdays)),
    value: singles(cells.map(({ value }) => value)),
    difference: column(cells.map(({ difference }) => difference)),
    interval: intervals(cells.map(({ interval }) => interval)),
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
  each: named(COMPARED_WITH, (compared) =>
    some(
      cells.map((cell) => cell[compared]),
      againsts,
    ),
  ),
});

function values(cells: readonly Value[]): ValueColumns {
  const against = some(
    cells.map((cell) => cell.against),
    heldAgainst,
  );
  return { ...singles(cells), ...(against === null ? {} : { against }) };
}

/** The names that any of the objects has. */
function namesIn(objects: readonly object[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const object of objects) for (const name in object) names.add(name);
  return names;
}

function keys(rows: readonly AnswerRow[]): AnswerColumns['key'] {
  const names = namesIn(rows.map(({ key }) => key));
  const dimensions = DIMENSIONS.filter((dimension) => names.has(dimension));
  return Object.fromEntries(dimensions.map((dimension) => [dimension, sharedColumn(rows.map(({ key }) => key[dimension]))]));
}

const figures = (rows: readonly AnswerRow[]): AnswerColumns['values'] =>
  named([...namesIn(rows.map((row) => row.values))], (metric) =>
    some(
      rows.map((row) => row.values[metric]),
      values,
    ),
  );

/** An answer by columns; {@link fromColumns} makes the same answer of what JSON keeps of them. Its numbers are finite. */
export const toColumns = ({ question, rows, untold }: Answer): AnswerColumns => ({
  question,
  rows: rows.length,
  key: keys(rows),
  values: figures(rows),
  ...(untold === undefined ? {} : { untold }),
});
