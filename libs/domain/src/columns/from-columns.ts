import type { Against, Answer, AnswerRow, Interval, SingleValue, Value } from '../answer';
import { COMPARED_WITH, DIMENSIONS } from '../question';
import type { AgainstColumns, AnswerColumns, IntervalColumns, SingleColumns, Some, ValueColumns } from './answer-columns';
import { cellAt, fullCellAt } from './column';

type Read<T> = (row: number) => T;

/** Reads rows of which only some have a cell; undefined in the others. */
function some<Columns extends object, Cell>(
  columns: Some<Columns> | null | undefined,
  reader: (columns: Columns) => Read<Cell>,
): Read<Cell | undefined> {
  if (!columns) return () => undefined;
  const read = reader(columns);
  if (!columns.in) return read;
  const places = new Map(columns.in.map((row, place) => [row, place]));
  return (row) => {
    const place = places.get(row);
    return place === undefined ? undefined : read(place);
  };
}

function interval(columns: IntervalColumns | null): Read<Interval | null> {
  if (columns === null) return () => null;
  const [low, high] = [fullCellAt(columns.low), fullCellAt(columns.high)];
  return (row) => {
    const [lowest, highest] = [low(row), high(row)];
    return lowest === null || highest === null ? null : { low: lowest, high: highest };
  };
}

function single(columns: SingleColumns): Read<SingleValue> {
  const [value, reason, n, cases] = [
    fullCellAt(columns.value),
    fullCellAt(columns.reason),
    fullCellAt(columns.n),
    fullCellAt(columns.cases),
  ];
  const [within, bounds] = [interval(columns.interval), interval(columns.bounds)];
  const [coverage, asOf, version] = [fullCellAt(columns.coverage), fullCellAt(columns.asOf), fullCellAt(columns.version)];
  const [from, approximate] = [fullCellAt(columns.from), fullCellAt(columns.approximate)];
  return (row) => ({
    value: value(row),
    reason: reason(row),
    n: n(row),
    cases: cases(row),
    interval: within(row),
    bounds: bounds(row),
    coverage: coverage(row),
    asOf: asOf(row),
    version: version(row),
    from: from(row),
    approximate: approximate(row),
  });
}

function against(columns: AgainstColumns): Read<Against> {
  const [of, range, sameWeekdays] = [fullCellAt(columns.of), fullCellAt(columns.range), fullCellAt(columns.sameWeekdays)];
  const [now, value] = [some(columns.now, single), single(columns.value)];
  const [difference, within, alike] = [fullCellAt(columns.difference), interval(columns.interval), cellAt(columns.alike)];
  return (row) => {
    const points = alike(row);
    return {
      of: of(row),
      now: now(row) ?? null,
      range: range(row),
      sameWeekdays: sameWeekdays(row),
      value: value(row),
      difference: difference(row),
      interval: within(row),
      ...(points === undefined ? {} : { alike: points }),
    };
  };
}

function heldAgainst({ each }: NonNullable<ValueColumns['against']>): Read<NonNullable<Value['against']>> {
  const held = COMPARED_WITH.map((compared) => [compared, some(each[compared], against)] as const);
  return (row) => present(held.map(([compared, read]) => [compared, read(row)]));
}

function value(columns: ValueColumns): Read<Value> {
  const [figure, held] = [single(columns), some(columns.against, heldAgainst)];
  if (!columns.against) return figure;
  return (row) => {
    const others = held(row);
    return others === undefined ? figure(row) : { ...figure(row), against: others };
  };
}

/** The fields that have something. */
function present<Name extends string, Cell>(fields: readonly (readonly [Name, Cell | undefined])[]): Partial<Record<Name, Cell>> {
  const told: Partial<Record<Name, Cell>> = {};
  for (const [name, cell] of fields) if (cell !== undefined) told[name] = cell;
  return told;
}

/** The answer that was written by columns. Throws when a column is shorter than the answer. */
export function fromColumns({ question, rows, key, values, untold }: AnswerColumns): Answer {
  const keys = DIMENSIONS.filter((dimension) => dimension in key).map((dimension) => [dimension, cellAt(key[dimension])] as const);
  const figures = Object.entries(values).map(([metric, columns]) => [metric, some(columns, value)] as const);
  const rowAt = (row: number): AnswerRow => {
    const told: Record<string, Value> = {};
    for (const [metric, read] of figures) {
      const figure = read(row);
      if (figure !== undefined) told[metric] = figure;
    }
    return { key: present(keys.map(([dimension, read]) => [dimension, read(row)])), values: told };
  };
  return { question, rows: Array.from({ length: rows }, (_, row) => rowAt(row)), ...(untold === undefined ? {} : { untold }) };
}
