import { identifier, join, sql, trusted, type Sql } from '@evenhand/warehouse';
import { amount, inForceOn, SUSPECT_RATINGS } from '../satisfaction/thresholds';
import { columnsOf, type Fact } from './fact';
import { rating } from './rating';

const MS_PER_SECOND = 1000;
const onDay = (follows: Parameters<typeof inForceOn<(typeof SUSPECT_RATINGS)[number]['values']>>[2]): Sql =>
  inForceOn(sql`rated_on`, SUSPECT_RATINGS, follows);

const instant = sql`toUnixTimestamp64Milli(rated_at)`;
const ofDevice = sql`PARTITION BY point_code, device, rated_on ORDER BY ${instant}`;
const within = (seconds: number): Sql => trusted(String(Math.round(seconds * MS_PER_SECOND)));
const following = (rule: number): Sql => identifier(`following_${rule}`);

/** How many ratings of the same device begin with each, for every length of a burst. */
const FOLLOWING = join(
  SUSPECT_RATINGS.map(
    ({ values: { burstSeconds } }, rule) =>
      sql`count() OVER (${ofDevice} RANGE BETWEEN CURRENT ROW AND ${within(burstSeconds)} FOLLOWING) AS ${following(rule)}`,
  ),
  ', ',
);

/** A rating is part of a burst when any burst that begins before it reaches as far. */
const IN_BURST = onDay(
  ({ burstSeconds, burstRatings }, rule) =>
    sql`max(${following(rule)}) OVER (${ofDevice} RANGE BETWEEN ${within(burstSeconds)} PRECEDING AND CURRENT ROW) >= ${amount(burstRatings)}`,
);

const OF_ONE_DEVICE = onDay(
  ({ deviceShare, deviceRatings, devices }) => sql`count() OVER (PARTITION BY point_code, rated_on) >= ${amount(deviceRatings)}
        AND uniqExact(device) OVER (PARTITION BY point_code, rated_on) >= ${amount(devices)}
        AND count() OVER (PARTITION BY point_code, device, rated_on) >= ${amount(deviceShare)} * count() OVER (PARTITION BY point_code, rated_on)`,
);

/** The doors close where a stretch of working time ends. Who rates from home may do so at any hour. */
const AFTER_HOURS = onDay(
  ({ minutesAfterClosing }) =>
    sql`channel NOT IN ('online', 'post') AND worth_ms > 0 AND rated_at > to_at + toIntervalSecond(toInt64(60 * ${amount(minutesAfterClosing)}))
        AND (point_code, rated_on) NOT IN (SELECT point_code, day FROM open_rest_day)`,
);

/** The stretch of working time that began last before a rating; none where the hours of the point are not known. */
const withHours = (ratings: Sql): Sql => sql`SELECT *,
          (SELECT CAST((groupArray(toString(point_code)), groupArray(working_time)), 'Map(String, UInt64)') FROM point_working_time) AS hours_of,
          if(mapContains(hours_of, toString(point_code)), hours_of[toString(point_code)], hours_of['']) AS hours
        FROM ${ratings}`;

const judged = (ratings: Sql): Sql => sql`(
  SELECT *, is_in_burst OR is_of_one_device OR is_after_hours OR is_repeated AS is_suspect
  FROM (
    SELECT * EXCEPT (hours_of, hours),
      toUInt8(device != '' AND ${IN_BURST}) AS is_in_burst,
      toUInt8(device != '' AND ${OF_ONE_DEVICE}) AS is_of_one_device,
      toUInt8(device != '' AND ${AFTER_HOURS}) AS is_after_hours,
      toUInt8(ticket_id != '' AND row_number() OVER (PARTITION BY point_code, ticket_id, rated_on ORDER BY rated_at, rating_id) > 1) AS is_repeated
    FROM (
      SELECT *, ${FOLLOWING}
      FROM (${withHours(ratings)}) AS timed
      ASOF LEFT JOIN (SELECT working_time, from_at, to_at, worth_ms FROM working_stretch) AS stretch
        ON timed.hours = stretch.working_time AND timed.rated_at >= stretch.from_at
    )
  )
) AS judged_rating`;

/** Ratings with the signs that they were not given by a person who was served: each is a rule with thresholds of a day. */
export const judgedRating: Fact = {
  ...rating,
  entity: 'judged_rating',
  detail: [...columnsOf('number', 'is_in_burst', 'is_of_one_device', 'is_after_hours', 'is_repeated'), ...rating.detail],
  derived: (rows) => judged(rows(rating)),
};
