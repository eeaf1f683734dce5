import { type Interval, WAIT_BIN_EDGES } from '@evenhand/domain';
import { countRatio, type Histogram, meanInterval, quantileIntervalOfHistogram, quantileOfHistogram, wilson } from '@evenhand/statistics';
import type { TermNumbers } from './compile/aggregate';
import { quantileName } from './compile/part';
import { lasting } from './lasting';
import { type Computation, MS_PER_MINUTE, type Ratio, type Term } from './registry/definition';

/** The number a metric comes to, before anything is said about feeds. */
export interface Figure {
  readonly value: number | null;
  readonly n: number;
  readonly cases: number | null;
  readonly interval: Interval | null;
  readonly isApproximate: boolean;
}

const plain = (value: number | null, n: number): Figure => ({ value, n, cases: null, interval: null, isApproximate: false });

const scaled = (interval: Interval | null, scale: number): Interval | null =>
  interval && { low: interval.low / scale, high: interval.high / scale };

/** The rollup's bins, in minutes; `null` where it has none. */
function histogramOf(numbers: TermNumbers): Histogram | null {
  const bins = numbers.list('bins');
  if (bins.length === 0) return null;
  const counts = bins.every((count) => count !== null) ? bins : bins.map(Number);
  return { counts, edges: WAIT_BIN_EDGES, largest: numbers.number('largest') / MS_PER_MINUTE };
}

function mean(numbers: TermNumbers, scale: number): Figure {
  const n = numbers.number('n');
  const sum = numbers.number('sum');
  if (n === 0) return plain(null, 0);
  const squares = numbers.number('squares');
  return { ...plain(sum / n / scale, n), interval: squares > 0 ? scaled(meanInterval({ n, sum, squares }), scale) : null };
}

function quantile(numbers: TermNumbers, share: number, scale: number): Figure {
  const n = numbers.number('n');
  if (n === 0) return plain(null, 0);
  if (share === 1) return plain(numbers.number('largest') / scale, n);
  const histogram = histogramOf(numbers);
  if (histogram) {
    const inUnit = scale / MS_PER_MINUTE;
    const value = quantileOfHistogram(histogram, share);
    return {
      value: value === null ? null : value / inUnit,
      n,
      cases: null,
      interval: scaled(quantileIntervalOfHistogram(histogram, share), inUnit),
      isApproximate: true,
    };
  }
  const [value, low, high] = numbers.list(quantileName(share));
  const interval = typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
  return { ...plain(typeof value === 'number' ? value / scale : null, n), interval: scaled(interval, scale) };
}

function rate(numbers: TermNumbers): Figure {
  const n = numbers.number('n');
  const cases = numbers.number('hits');
  return { value: n === 0 ? null : cases / n, n, cases, interval: cases <= n ? wilson(cases, n) : null, isApproximate: false };
}

function ratio(top: TermNumbers, bottom: TermNumbers, { by, scale = 1 }: Pick<Ratio, 'by' | 'scale'>): Figure {
  const below = bottom.number(by === 'sum' ? 'sum' : 'n');
  const above = top.number(by === 'n' ? 'n' : 'sum');
  const interval = by === 'n' && below > 0 ? scaled(countRatio(above, below), scale) : null;
  return { ...plain(below > 0 ? above / below / scale : null, bottom.number('n')), cases: top.number('n'), interval };
}

/** What a computation comes to, given the numbers of its terms. */
export function figureOf(computation: Computation, numbersOf: (term: Term) => TermNumbers): Figure {
  switch (computation.kind) {
    case 'count': {
      const n = numbersOf(computation.of).number('n');
      return plain(n, n);
    }
    case 'rate':
    case 'shrunk':
      return rate(numbersOf(computation.of));
    case 'mean':
      return mean(numbersOf(computation.of), computation.scale);
    case 'quantile':
      return quantile(numbersOf(computation.of), computation.share, computation.scale);
    case 'ratio':
      return ratio(numbersOf(computation.top), numbersOf(computation.bottom), computation);
    case 'total': {
      const numbers = numbersOf(computation.of);
      return plain(numbers.number('sum') / computation.scale, numbers.number('n'));
    }
    case 'survival':
      return lasting(numbersOf(computation.of), computation);
  }
}
