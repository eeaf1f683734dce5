import {
  addDays,
  because,
  daysIn,
  type Dimension,
  DIMENSIONS,
  InvalidQuery,
  type MetricInfo,
  type Question,
  timeRange,
} from '@evenhand/domain';
import { isGrain } from './compile/buckets';
import { checkCountable } from './countable-days';
import { has } from './facts/fact';
import { FACTS } from './facts/facts';
import { keyFromText } from './facts/dimension-text';
import { type MetricDefinition, termsOf } from './registry/definition';
import { metricNamed } from './registry/registry';
import { checkPublic } from './suppress/public-view';

const MOST_DAYS = 36_525;

/** How points differ is learned from many answers of each. */
const TOO_FINE: readonly Dimension[] = ['weekday', 'half_hour', 'day', 'week'];

/** What a metric can be broken down and filtered by. */
export function dimensionsOf({ computation }: MetricDefinition): readonly Dimension[] {
  const terms = termsOf(computation);
  return DIMENSIONS.filter(
    (dimension) =>
      terms.every((term) => has(FACTS[term.entity], dimension)) &&
      // The source of a ticket has no shifts: a ratio by source would compare each with nothing.
      !(computation.kind === 'ratio' && dimension === 'source') &&
      !(terms.some(({ isStock }) => isStock) && dimension === 'weekday') &&
      !(computation.kind === 'shrunk' && TOO_FINE.includes(dimension)),
  );
}

/** What a reader of the catalogue learns about a metric. */
export function infoOf(metric: MetricDefinition): MetricInfo {
  const { computation, ...info } = metric;
  return { ...info, kind: computation.kind, dimensions: dimensionsOf(metric) };
}

function checkDimension(metric: MetricDefinition, dimension: Dimension, field: string): void {
  const allowed = dimensionsOf(metric);
  if (!allowed.includes(dimension))
    throw new InvalidQuery(
      field,
      `"${metric.id}" knows no dimension "${dimension}". Allowed: ${allowed.join(', ')}.`,
      because('dimension_not_known', { metric: metric.id, dimension }),
    );
}

function checkRange({ from, to }: Question): void {
  const range = timeRange(from, to);
  checkCountable(range);
  if (daysIn(range) > MOST_DAYS)
    throw new InvalidQuery(
      'to',
      `"${to}" is too far from "${from}"; ask for at most ${MOST_DAYS} days, up to ${addDays(from, MOST_DAYS)}.`,
      because('too_many_days', { most: MOST_DAYS }),
    );
}

/** The metrics that a question names. Throws {@link InvalidQuery} with the field at fault and what is allowed. */
export function checkQuestion(question: Question): readonly MetricDefinition[] {
  checkRange(question);
  if (question.view === 'public') checkPublic(question);
  if (question.metrics.length === 0)
    throw new InvalidQuery('metrics', 'Name at least one metric, for example tickets.', because('name_a_metric'));
  const metrics = [...new Set(question.metrics)].map((id) => metricNamed(id));
  if (new Set(question.by).size < question.by.length)
    throw new InvalidQuery('by', `Name each dimension once, not "${question.by.join(',')}".`, because('dimension_twice'));
  for (const { dimension, values } of question.where) {
    if (values.length === 0)
      throw new InvalidQuery(`where.${dimension}`, 'Name at least one value to keep.', because('empty_filter', { dimension }));
    values.forEach((value) => keyFromText(dimension, value));
  }
  for (const metric of metrics) {
    question.by.forEach((dimension) => checkDimension(metric, dimension, 'by'));
    question.where.forEach(({ dimension }) => checkDimension(metric, dimension, `where.${dimension}`));
    if (termsOf(metric.computation).some(({ isStock }) => isStock) && question.by.filter(isGrain).length > 1)
      throw new InvalidQuery(
        'by',
        `"${metric.id}" is counted at the end of each bucket: name one of day, week and month.`,
        because('one_grain'),
      );
  }
  return metrics;
}
