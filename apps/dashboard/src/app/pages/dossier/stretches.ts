import type { DossierTimelinePage } from '@evenhand/contracts';

export type Entry = DossierTimelinePage['entries'][number];

/** A stretch of working time between reception and end, in which the clock ran or stood still. */
export interface Stretch {
  readonly ms: number;
  readonly isRunning: boolean;
}

const endOf = (entries: readonly Entry[]): number => {
  const finished = entries.findIndex(({ kind }) => kind === 'finished');
  return finished === -1 ? entries.length : finished + 1;
};

/** What happened from reception to the end; all that is known where there is no end. */
const lifeOf = (entries: readonly Entry[]): readonly Entry[] => {
  const received = entries.findIndex(({ kind }) => kind === 'received');
  return entries.slice(received + 1, endOf(entries));
};

/** The life of a dossier in working time, neighbours of the same kind taken together; empty where no hours are known. */
export function stretchesOf(entries: readonly Entry[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { workingMs, clockRan } of lifeOf(entries)) {
    if (workingMs === null || workingMs === 0) continue;
    const last = stretches.at(-1);
    if (last?.isRunning === clockRan) stretches[stretches.length - 1] = { ...last, ms: last.ms + workingMs };
    else stretches.push({ ms: workingMs, isRunning: clockRan });
  }
  return stretches;
}

/** Working time in which the clock ran, or stood still. */
export const timeOf = (stretches: readonly Stretch[], isRunning: boolean): number =>
  stretches.filter((stretch) => stretch.isRunning === isRunning).reduce((sum, { ms }) => sum + ms, 0);

const MS_PER_HOUR = 3_600_000;
const LEAST_GAP = 6;
const MOST_GAP = 96;
const PER_ROOT_HOUR = 12;

/**
 * How far an entry stands below the one before, in pixels: more working time, more room. The root keeps months readable
 * beside minutes.
 */
export const gapFor = ({ workingMs }: Pick<Entry, 'workingMs'>): number =>
  Math.round(Math.min(MOST_GAP, LEAST_GAP + PER_ROOT_HOUR * Math.sqrt((workingMs ?? 0) / MS_PER_HOUR)));

export type Outcome = 'on_time' | 'late' | 'open' | 'overdue' | 'no_due';

interface Days {
  /** Days in the city's zone. */
  readonly due: string | null;
  readonly end: string | null;
  readonly told: string | null;
}

/** How a dossier stands to a due date: it may be finished until the end of that day. */
export function outcomeOf({ due, end, told }: Days): Outcome {
  if (due === null) return 'no_due';
  if (end !== null) return end <= due ? 'on_time' : 'late';
  return told !== null && told > due ? 'overdue' : 'open';
}
