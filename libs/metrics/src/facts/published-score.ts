import { sql } from '@evenhand/warehouse';
import { columnsOf, type Fact, ORIGIN } from './fact';

const told: Fact = {
  entity: 'published_score',
  table: 'published_score',
  day: 'period_from',
  columns: { point: 'unit_code', source: 'source' },
  halfHour: null,
  detail: [],
  order: ['period_from', 'source', 'unit_code', 'metric'],
};

/** What the national portal publishes about a unit, by the first day of the period. The unit stands for its service point. */
export const publishedScore: Fact = {
  ...told,
  columns: { point: 'point_code', source: 'source' },
  detail: [
    ...columnsOf('text', 'point_code', 'metric'),
    ...columnsOf('day', 'period_from', 'period_to'),
    ...columnsOf('number', 'numerator', 'denominator', 'score', 'max_score'),
    ...columnsOf('day', 'published_on'),
    ...ORIGIN,
  ],
  derived: (rows) => sql`(SELECT *, unit_code AS point_code FROM ${rows(told)}) AS published_score`,
  isToldRarely: true,
};
