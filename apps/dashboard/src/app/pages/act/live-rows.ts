import type { Live, LivePoint } from '@evenhand/contracts';

/** What is known at the moment, of the points that were chosen. */
export interface LiveRows {
  /** Points with people in line, most expected to wait too long first. */
  readonly waiting: readonly LivePoint[];
  /** Points whose feed says nothing of the moment. */
  readonly unknown: readonly LivePoint[];
  readonly idle: number;
  readonly closed: number;
  readonly people: number;
  /** `null` where nobody can say how fast one of the lines moves. */
  readonly expectedOver: number | null;
}

const sum = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce<number | null>((total, number) => (total === null || number === null ? null : total + number), 0);

/** Sorts the points of an answer by what they ask for: attention, word from their feed, or nothing. */
export function liveRows({ points }: Live, isChosen: (point: string) => boolean): LiveRows {
  const chosen = points.filter(({ point }) => isChosen(point));
  const known = chosen.filter(({ state }) => state === 'known');
  const waiting = known.filter((point) => (point.waiting ?? 0) > 0);
  const urgency = ({ expectedOver, overNow }: LivePoint): number => expectedOver ?? overNow ?? 0;
  return {
    waiting: [...waiting].sort((a, b) => urgency(b) - urgency(a) || (b.waiting ?? 0) - (a.waiting ?? 0) || a.point.localeCompare(b.point)),
    unknown: chosen.filter(({ state }) => state === 'unknown'),
    idle: known.length - waiting.length,
    closed: chosen.filter(({ state }) => state === 'closed').length,
    people: sum(waiting.map((point) => point.waiting)) ?? 0,
    expectedOver: sum(waiting.map((point) => point.expectedOver)),
  };
}
