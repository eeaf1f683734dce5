import type { Day } from '@evenhand/domain';
import { param, sql, type Sql } from '@evenhand/warehouse';

/** Thresholds that hold from a day on; `null` for those that hold from the beginning. In the order of their days. */
export interface InForce<Values> {
  readonly from: Day | null;
  readonly values: Values;
}

interface RatingThresholds {
  /** So many ratings of one device … */
  readonly burstRatings: number;
  /** … within so many seconds are a burst. */
  readonly burstSeconds: number;
  /** One device may give this share of a point's ratings of a day … */
  readonly deviceShare: number;
  /** … where at least so many were given … */
  readonly deviceRatings: number;
  /** … by at least so many devices. */
  readonly devices: number;
  /** Later than this after the doors closed nobody rates at a device of the point. */
  readonly minutesAfterClosing: number;
}

/** When a rating is suspect. Proposed thresholds: the city decides on them. */
export const SUSPECT_RATINGS: readonly InForce<RatingThresholds>[] = [
  {
    from: null,
    values: { burstRatings: 5, burstSeconds: 60, deviceShare: 0.6, deviceRatings: 20, devices: 3, minutesAfterClosing: 60 },
  },
];

interface FormThresholds {
  /** Nobody reads five questions in less than this. */
  readonly fastestSeconds: number;
  /** So many forms of one device on one day are too many. */
  readonly formsPerDevice: number;
  /** One device sends one form in this time. */
  readonly cooldownHours: number;
}

/** When a survey form is suspect, as communes have set up their surveys. */
export const SUSPECT_FORMS: readonly InForce<FormThresholds>[] = [
  { from: null, values: { fastestSeconds: 5, formsPerDevice: 3, cooldownHours: 12 } },
];

/**
 * What follows from the thresholds that were in force on the day of a row, as SQL. Figures of earlier days stay as they were
 * when a threshold changes.
 */
export function inForceOn<Values>(day: Sql, rules: readonly InForce<Values>[], follows: (values: Values, index: number) => Sql): Sql {
  const [first, ...later] = rules;
  if (!first || first.from !== null) throw new RangeError('The first thresholds hold from the beginning.');
  return later.reduce(
    (earlier, { from, values }, index) => sql`if(${day} >= ${param('Date', from)}, ${follows(values, index + 1)}, ${earlier})`,
    follows(first.values, 0),
  );
}

/** A threshold as a number of the statement. */
export const amount = (value: number): Sql => sql`${param('Float64', value)}`;
