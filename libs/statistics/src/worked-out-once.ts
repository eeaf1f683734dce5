import type { Level } from './bounds';

/** So many results are kept. */
const MOST = 10_000;

/** The same function, which works each result out once: pages ask for the same few again and again, and each is found by trying. */
export function workedOutOnce<Result>(work: (value: number, level: Level) => Result): (value: number, level: Level) => Result {
  const known = new Map<Level, Map<number, Result>>();
  let size = 0;
  return (value, level) => {
    const found = known.get(level)?.get(value);
    if (found !== undefined) return found;
    const result = work(value, level);
    if (size < MOST) {
      known.set(level, (known.get(level) ?? new Map<number, Result>()).set(value, result));
      size++;
    }
    return result;
  };
}
