import { type Level, USUAL_LEVEL } from './bounds';
import { type Bounded, type BoundedMean, meanDifference } from './difference';
import { meanInterval } from './mean';

function meanOf(values: readonly number[], level: Level): BoundedMean | null {
  const n = values.length;
  const sum = values.reduce((all, one) => all + one, 0);
  const interval = meanInterval({ n, sum, squares: values.reduce((all, one) => all + one * one, 0) }, level);
  return interval && { value: sum / n, n, interval };
}

/**
 * What a change did, by difference in differences: how far the changed lay from the others in each period after it, less how
 * far they lay in each period before. What moved both alike cancels out, and whole periods scatter as much as days and
 * seasons make them, which single cases do not. `null` below two periods on either side. Source: M. Bertrand, E. Duflo,
 * S. Mullainathan, Quarterly Journal of Economics 119 (2004) 249–275, on few long periods; interval by Welch.
 */
export function changeEffect(before: readonly number[], after: readonly number[], level: Level = USUAL_LEVEL): Bounded | null {
  const [earlier, later] = [meanOf(before, level), meanOf(after, level)];
  const interval = earlier && later && meanDifference(later, earlier, level);
  return earlier && later && interval ? { value: later.value - earlier.value, interval } : null;
}
