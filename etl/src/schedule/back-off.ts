const MINUTES = [1, 5, 15, 30, 60] as const;
const MS_PER_MINUTE = 60_000;

/** After so many attempts in a row a slot is given up; the next one tries once more. */
export const MOST_ATTEMPTS = 6;
/** After so many somebody should know. */
export const INCIDENT_AFTER = 3;

/**
 * How long to wait after so many attempts in a row that failed: 1, 5, 15, 30, 60 minutes, a fifth more or less, so that
 * sources that failed together do not all come back together. `random` is from 0 to 1.
 */
export const backOffMs = (attempts: number, random: number): number =>
  Math.round((MINUTES[Math.min(attempts, MINUTES.length) - 1] ?? MINUTES[0]) * MS_PER_MINUTE * (0.8 + 0.4 * random));
