import type { PointComparison } from '@evenhand/domain';
import { figure } from './figures';

const nothing = { vi: '', en: '' };

/** A point that is as expected, to vary in a test. */
export const compared = (part: Partial<PointComparison> = {}): PointComparison => ({
  point: 'P1',
  value: figure(),
  n: 1000,
  expected: 0.16,
  ratio: { value: 1, interval: { low: 0.9, high: 1.1 } },
  adjusted: { value: 0.16, interval: { low: 0.14, high: 0.18 } },
  shrunk: null,
  limits: { look: { low: 0.12, high: 0.2 }, review: { low: 0.1, high: 0.22 } },
  funnel: 'inside',
  falseShare: 0.5,
  flag: null,
  isPersistent: false,
  rank: { best: 3, worst: 9 },
  verdict: 'as_expected',
  label: nothing,
  sentence: nothing,
  peers: null,
  ...part,
});
