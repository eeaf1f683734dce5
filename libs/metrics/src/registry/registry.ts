import { because, InvalidQuery } from '@evenhand/domain';
import { closest } from 'fastest-levenshtein';
import { BACKLOG } from './backlog';
import { BOUNDARY } from './boundary';
import { CALLS } from './calls';
import { DOSSIERS } from './dossiers';
import { ON_TIME_RATES } from './on-time';
import { EXPOSURE } from './exposure';
import { LATENESS } from './lateness';
import { LEAVING } from './leaving';
import { OFFERED_WAITS } from './offered-waits';
import { PUBLISHED } from './published-satisfaction';
import { OVERTIME } from './overtime';
import { OUTLOOK } from './outlook';
import { PREMISES } from './premises';
import { RATINGS } from './ratings';
import { SHRUNK } from './satisfaction-shrunk';
import { SILENCE } from './satisfaction-silence';
import { SUSPECT_METRICS } from './satisfaction-suspect';
import { SURVEYS } from './surveys';
import { WORK_MINUTES } from './workload-minutes';
import { WORKLOAD_MIX } from './workload-mix';
import { WORKLOAD_STAFF } from './workload-staff';
import { SERVICES } from './services';
import { SUPPLEMENTS } from './supplements';
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
  ...BACKLOG,
  ...OUTLOOK,
  ...ON_TIME_RATES,
  ...LATENESS,
  ...SUPPLEMENTS,
  ...BOUNDARY,
  ...RATINGS,
  ...SHRUNK,
  ...SILENCE,
  ...SUSPECT_METRICS,
  ...SURVEYS,
  ...PUBLISHED,
  ...WORKLOAD,
  ...WORKLOAD_MIX,
  ...WORK_MINUTES,
  ...WORKLOAD_STAFF,
  ...OVERTIME,
  ...PREMISES,
];

const BY_ID: ReadonlyMap<string, MetricDefinition> = new Map(REGISTRY.map((metric) => [metric.id, metric]));

/** The metric of that id. Throws {@link InvalidQuery} that names the nearest. */
export function metricNamed(id: string, field = 'metrics'): MetricDefinition {
  const metric = BY_ID.get(id);
  if (!metric)
    throw new InvalidQuery(
      field,
      `Unknown metric "${id}". Did you mean "${closest(id, [...BY_ID.keys()])}"?`,
      because('unknown_metric', { metric: id }),
    );
  return metric;
}
