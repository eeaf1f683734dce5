import { chanceOfWaiting } from './in-line';

/** People who stand in line at a moment, and who serves them. */
export interface StandingLine {
  /** Minutes that each has waited so far; whoever has waited longest is called next. */
  readonly waited: readonly number[];
  readonly counters: number;
  readonly serviceMinutes: number;
}

/** What becomes of a line. */
export interface LineForecast {
  readonly waiting: number;
  /** People who have waited longer than the limit already. */
  readonly overNow: number;
  /** People who will have waited longer than the limit when they are called: a sum of probabilities. */
  readonly expectedOver: number;
}

/** How many of a line wait, or will have waited, longer than a limit in minutes. Services of exponential length. */
export function forecastOf({ waited, counters, serviceMinutes }: StandingLine, limit: number): LineForecast {
  const oldestFirst = [...waited].sort((a, b) => b - a);
  const chances = oldestFirst.map((minutes, ahead) =>
    minutes > limit ? 1 : chanceOfWaiting({ ahead, counters, serviceMinutes }, limit - minutes),
  );
  return {
    waiting: waited.length,
    overNow: waited.filter((minutes) => minutes > limit).length,
    expectedOver: chances.reduce((sum, chance) => sum + chance, 0),
  };
}
