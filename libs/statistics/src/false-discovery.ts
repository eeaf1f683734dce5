/**
 * Adjusted p-values: calling everything at or below q special makes, on average, a share q of false calls among the calls.
 * In the order of the input. Source: Y. Benjamini, Y. Hochberg, JRSS B 57 (1995) 289–300.
 */
export function adjustedForMany(pValues: readonly number[]): number[] {
  const m = pValues.length;
  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = Array<number>(m).fill(1);
  let smallest = 1;
  for (const [place, { p, index }] of descending.entries()) {
    smallest = Math.min(smallest, (p * m) / (m - place));
    adjusted[index] = smallest;
  }
  return adjusted;
}
