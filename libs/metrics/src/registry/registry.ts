import { InvalidQuery } from '@evenhand/domain';
import { closest } from 'fastest-levenshtein';
import { CALLS } from './calls';
import { DOSSIERS } from './dossiers';
import { ON_TIME_RATES } from './on-time';
import { EXPOSURE } from './exposure';
import { LEAVING } from './leaving';
import { OFFERED_WAITS } from './offered-waits';
import { RATINGS } from './ratings';
import { SERVICES } from './services';
import { TICKETS } from './tickets';
import { WAITS } from './waits';
import { WORKLOAD } from './workload';
import type { MetricDefinition } from './definition';

/** Every metric, in the order of the catalogue. */
export const REGISTRY: readonly MetricDefinition[] = [
  ...TICKETS,
  ...WAITS,
  ...OFFERED_WAITS,
  ...LEAVING,
  ...CALLS,
  ...EXPOSURE,
  ...SERVICES,
  ...DOSSIERS,
  ...ON_TIME_RATES,
  ...RATINGS,
  ...WORKLOAD,
];

const BY_ID: ReadonlyMap<string, MetricDefinition> = new Map(REGISTRY.map((metric) => [metric.id, metric]));

/** The metric of that id. Throws {@link InvalidQuery} that names the nearest. */
export function metricNamed(id: string, field = 'metrics'): MetricDefinition {
  const metric = BY_ID.get(id);
  if (!metric) throw new InvalidQuery(field, `Unknown metric "${id}". Did you mean "${closest(id, [...BY_ID.keys()])}"?`);
  return metric;
}
