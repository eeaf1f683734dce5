import type { HeatCell, HeatMapData, ClassEdges } from '@evenhand/charts';
import type { Answer } from '@evenhand/domain';
import { figureIn } from './point-questions';
import { casesBehind } from '../../data/cases-behind';

/** Fixed classes, so that one point can be compared with another; the two darkest begin where a wait is too long. */
const EDGES: Readonly<Record<string, ClassEdges>> = {
  wait_p90: [5, 10, 20, 40],
  long_wait_rate: [0.05, 0.1, 0.2, 0.4],
};

/** A figure on fewer people than this is not called the worst. */
export const ENOUGH = 20;

/** One half-hour of the week with what is known of it. */
export interface Slot extends HeatCell {
  readonly weekday: string;
  readonly halfHour: string;
}

export interface WaitSlots extends HeatMapData {
  readonly cells: readonly Slot[];
  /** The slot that stands out; `null` without one that rests on enough people. */
  readonly worst: Slot | null;
  /** Share of all people who come in the two busiest hours of the day; `null` without people. */
  readonly rush: { readonly share: number; readonly halfHours: readonly string[] } | null;
}

const distinct = (keys: readonly string[]): readonly string[] => [...new Set(keys)].sort();

function edgesFor(metric: string, cells: readonly Slot[]): ClassEdges {
  const largest = Math.max(0, ...cells.map((cell) => cell.value ?? 0));
  const step = Math.max(1, Math.ceil(largest / 5));
  return EDGES[metric] ?? [step, 2 * step, 3 * step, 4 * step];
}

const BUSIEST = 4;

function rushOf(cells: readonly Slot[]): WaitSlots['rush'] {
  const people = new Map<string, number>();
  for (const { halfHour, n } of cells) people.set(halfHour, (people.get(halfHour) ?? 0) + n);
  const all = [...people.values()].reduce((sum, n) => sum + n, 0);
  if (all === 0) return null;
  const busiest = [...people].sort(([, a], [, b]) => b - a).slice(0, BUSIEST);
  const here = busiest.reduce((sum, [, n]) => sum + n, 0);
  return { share: here / all, halfHours: busiest.map(([halfHour]) => halfHour).sort() };
}

/** An answer by weekday and half-hour as a heat map; half-hours in which nobody ever came have no column. */
export function waitSlots(answer: Answer, metric: string): WaitSlots {
  const cells = answer.rows.flatMap((row): readonly Slot[] => {
    const { weekday, half_hour: halfHour } = row.key;
    const figure = figureIn(row, metric);
    if (!weekday || !halfHour || figure === null || (figure.value === null && figure.reason === 'no_cases')) return [];
    return [{ weekday, halfHour, row: weekday, column: halfHour, value: figure.value, n: casesBehind(figure) }];
  });
  const judged = cells.filter((cell) => cell.value !== null && cell.n >= ENOUGH);
  return {
    rows: distinct(cells.map((cell) => cell.row)),
    columns: distinct(cells.map((cell) => cell.column)),
    cells,
    edges: edgesFor(metric, cells),
    worst: judged.reduce<Slot | null>((worst, cell) => ((cell.value ?? 0) > (worst?.value ?? 0) ? cell : worst), null),
    rush: rushOf(cells),
  };
}
