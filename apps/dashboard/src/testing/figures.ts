import type { Value } from '@evenhand/domain';
import type { CatalogMetric } from '../app/data/city-facts';

/** A figure of 1,000 cases, fully covered, to vary in a test. */
export const figure = (part: Partial<Value> = {}): Value => ({
  value: 0.16,
  reason: null,
  n: 1000,
  cases: null,
  interval: null,
  bounds: null,
  coverage: 1,
  asOf: '2026-10-31T03:42:00.000Z',
  version: 1,
  from: 'rollup',
  approximate: false,
  ...part,
});

const label = (text: string): CatalogMetric['label'] => ({ vi: text, en: text });

/** The share of long waits, to vary in a test. */
export const metric = (part: Partial<CatalogMetric> = {}): CatalogMetric => ({
  id: 'long_wait_rate',
  label: label('Chờ quá 20 phút'),
  description: label(''),
  formula: label(''),
  unit: 'share',
  kind: 'rate',
  direction: 'down',
  standard: { comparison: 'at_most', value: 0.05, label: label('≤ 5 %') },
  version: 1,
  source: null,
  dimensions: ['point', 'branch', 'field', 'weekday', 'half_hour', 'day', 'week', 'month'],
  ...part,
});
