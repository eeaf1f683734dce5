import { type Dimension, InvalidQuery, type Question, startOfMonth } from '@evenhand/domain';
import { param, sql, type Sql } from '@evenhand/warehouse';
import type { MetricDefinition } from '../registry/definition';
import { termsOf } from '../registry/definition';
import { feedsOf } from '../facts/feeds-of';
import type { ResultRow } from '../results';
import type { GroupsOf, Judged } from './suppress';

/** Who people are and when they came is nobody's business but theirs. */
const NOT_PUBLIC: readonly Dimension[] = ['agent', 'counter', 'day', 'week', 'half_hour'];

/**
 * Holds a public question to whole months, so that two overlapping ranges cannot be subtracted down to a day, and to what is
 * not about single people. Throws {@link InvalidQuery}.
 */
export function checkPublic({ from, to, by, where }: Question): void {
  const dimension = [...by, ...where.map((filter) => filter.dimension)].find((one) => NOT_PUBLIC.includes(one));
  if (dimension !== undefined) throw new InvalidQuery('view', `The public sees no figures by "${dimension}".`);
  for (const [field, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (startOfMonth(day) !== day)
      throw new InvalidQuery(field, `"${day}" begins no month; public figures are of whole months, for example from ${startOfMonth(day)}.`);
  }
}

/** The wards and branches of each point in the range. */
export const placesIn = ({ from, to }: Question): Sql => sql`
  SELECT point_code AS point, groupUniqArray(ward_code) AS wards, groupUniqArray(branch_code) AS branches
  FROM service_point WHERE valid_from < ${param('Date', to)} AND valid_to > ${param('Date', from)} GROUP BY point_code`;

/** Points belong to wards and branches. One that moved within the range is in no total of either as a whole. */
export function groupsFrom(rows: readonly ResultRow[]): GroupsOf {
  const only = (name: string, codes: unknown): readonly string[] =>
    Array.isArray(codes) && codes.length === 1 && codes[0] !== '' ? [`${name} ${String(codes[0])}`] : [];
  const groups = new Map(rows.map((row) => [String(row['point']), [...only('ward', row['wards']), ...only('branch', row['branches'])]]));
  return (dimension, code) => (dimension === 'point' ? (groups.get(code) ?? []) : []);
}

const OPINIONS: readonly string[] = ['rating', 'survey_answer'];

/** What must be known of a metric to judge whether its figures may be shown. */
export const judgedOf = ({ computation }: MetricDefinition): Judged => ({
  kind: computation.kind,
  isOpinion: termsOf(computation).some(({ entity }) => feedsOf(entity).some((feed) => OPINIONS.includes(feed))),
});
