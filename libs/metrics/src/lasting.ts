import { type Interval, WAIT_BIN_EDGES } from '@evenhand/domain';
import { type BinnedLives, type Enclosed, shareBeyondOfBins, survivalBounds, survivalQuantileOfBins } from '@evenhand/statistics';
import type { TermNumbers } from './compile/aggregate';
import { lastingName } from './compile/part';
import type { Figure } from './figure';
import { type Lasting, MS_PER_MINUTE } from './registry/definition';

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** The rollup's bins, in minutes. */
const livesOf = (numbers: TermNumbers): BinnedLives => ({
  edges: WAIT_BIN_EDGES,
  ended: numbers.list('bins').map(Number),
  open: numbers.list('openBins').map(Number),
  largest: numbers.number('largest') / MS_PER_MINUTE,
});

const scaled = ({ low, high }: Interval, scale: number): Interval => ({ low: low / scale, high: high / scale });

function ofBins(numbers: TermNumbers, asked: Lasting): Enclosed | null {
  const lives = livesOf(numbers);
  if (asked.asks === 'share_beyond') return shareBeyondOfBins(lives, numbers.number('limit') / MS_PER_MINUTE);
  const found = survivalQuantileOfBins(lives, asked.share);
  const inUnit = asked.scale / MS_PER_MINUTE;
  return found && { value: found.value / inUnit, bounds: found.bounds && scaled(found.bounds, inUnit) };
}

function ofEach(numbers: TermNumbers, asked: Lasting): Enclosed | null {
  if (asked.asks === 'share_beyond') {
    const [share, greenwood] = numbers.list('beyond');
    return isNumber(share) && isNumber(greenwood) ? { value: share, bounds: survivalBounds(share, share * Math.sqrt(greenwood)) } : null;
  }
  const [value, low, high] = numbers.list(lastingName(asked.share));
  if (!isNumber(value)) return null;
  return { value: value / asked.scale, bounds: isNumber(low) && isNumber(high) ? scaled({ low, high }, asked.scale) : null };
}

/** How long cases last, those not seen to end counted as long as they were seen. No value where nobody was followed far enough. */
export function lasting(numbers: TermNumbers, asked: Lasting): Figure {
  const isApproximate = numbers.list('bins').length > 0;
  const found = (isApproximate ? ofBins : ofEach)(numbers, asked);
  return { value: found?.value ?? null, n: numbers.number('n'), cases: null, interval: found?.bounds ?? null, isApproximate };
}
