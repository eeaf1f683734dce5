import { identifier, join, literal, param, sql, type Sql } from '@evenhand/warehouse';
import { bucketsOf, isGrain } from './buckets';
import type { Asked, Draft, Step } from './draft';

/** What the bucket's statement hands on of a dossier. */
const KEPT = [
  ...['point_code', 'field_code', 'procedure_code', 'channel', 'agent', 'source', 'status', 'key_hash'],
  ...['received_on', 'received_at', 'due_on', 'due_at', 'finished_on', 'finished_at', 'supplement_requests', 'paused_ms'],
];

/** Up to and including the latest known instant everything is known; instants have milliseconds. */
const justAfterKnown = ({ known }: Asked): Sql =>
  sql`ifNull(${known.until('dossier')} + toIntervalMillisecond(1), toDateTime64('2200-01-01', 3, 'UTC'))`;

const startOf = (day: Sql, { city }: Asked): Sql => sql`toDateTime64(${day}, 3, ${literal(city.zone)})`;

/** Refused (3) and withdrawn (7) dossiers wait for nobody: where the source gives no end for them, they never count as open. */
const isOpenAt = (moment: Sql): Sql =>
  sql`received_at < ${moment} AND if(finished_at IS NULL, status NOT IN (3, 7), finished_at >= ${moment})`;

/** Open at the moment, or ended after the beginning of the stretch that it closes. */
const isOpenOrSettled = (moment: Sql, begin: Sql): Sql =>
  sql`received_at < ${moment} AND if(finished_at IS NULL, status NOT IN (3, 7), finished_at >= least(${moment}, ${begin}))`;

const countsAt = ({ part }: Asked, moment: Sql, begin: Sql): Sql => (part.withSettled ? isOpenOrSettled(moment, begin) : isOpenAt(moment));

const beginOf = (asked: Asked): Sql => startOf(sql`${param('Date', asked.question.from)}`, asked);

/** Looks at every dossier, in the stock or not, as it was at the end of the range, or at the latest known instant if that is earlier. */
const seenAtTheEnd: Step = (draft, asked) => {
  const [bucket] = bucketsOf(asked.question);
  if (!bucket) return { ...draft, where: [...draft.where, sql`false`] };
  const moment = sql`least(${startOf(sql`${param('Date', bucket.to)}`, asked)}, ${justAfterKnown(asked)})`;
  return { ...draft, with: [...draft.with, sql`${moment} AS moment`], moment: sql`moment` };
};

/** Counts what is open at that moment. */
const atTheEnd: Step = (draft, asked) => {
  const seen = seenAtTheEnd(draft, asked);
  return { ...seen, where: [...seen.where, countsAt(asked, seen.moment, beginOf(asked))] };
};

/** Why a dossier is no part of a stock at the moment of a draft; empty for one that is. */
export const outOfStock = (asked: Asked, { moment }: Draft): Sql =>
  sql`multiIf(received_at >= ${moment}, 'received_later', NOT (${countsAt(asked, moment, beginOf(asked))}), 'ended_before', '')`;

/** Counts what is open at the end of every bucket that has begun: a dossier appears once in each bucket it was open after. */
const perBucket: Step = (draft, asked) => {
  const buckets = bucketsOf(asked.question);
  const starts = param(
    'Array(Date)',
    buckets.map(({ start }) => start),
  );
  const ends = param(
    'Array(Date)',
    buckets.map(({ to }) => to),
  );
  const moments = sql`arrayFilter(b -> ${startOf(sql`b.1`, asked)} < b.2, arrayMap((start, end) -> (start, least(${startOf(sql`end`, asked)}, ${justAfterKnown(asked)})), ${starts}, ${ends}))`;
  const { from, to } = asked.question;
  const begin = startOf(sql`greatest(b.1, ${param('Date', from)})`, asked);
  // What ended before the range began is open after none of its buckets.
  const open = sql`(
  SELECT ${join(KEPT.map(identifier), ', ')}, arrayJoin(arrayFilter(b -> ${countsAt(asked, sql`b.2`, begin)}, ${moments})) AS bucket
  FROM ${asked.known.rows(asked.part.fact)}
  WHERE received_at < ${startOf(sql`${param('Date', to)}`, asked)}
    AND (finished_at IS NULL OR finished_at >= ${startOf(sql`${param('Date', from)}`, asked)})
) AS open`;
  return { ...draft, from: open, day: sql`bucket.1`, moment: sql`bucket.2` };
};

const overTheRange: Step = (draft, { question: { from, to } }) => ({
  ...draft,
  where: [...draft.where, sql`${draft.day} >= ${param('Date', from)}`, sql`${draft.day} < ${param('Date', to)}`],
});

/** Stocks are counted at moments, everything else over the range. */
export const counted: Step = (draft, asked) => {
  if (!asked.part.isStock) return overTheRange(draft, asked);
  return (asked.question.by.some(isGrain) ? perBucket : atTheEnd)(draft, asked);
};

/** Every row that could have counted: of a stock all dossiers as they were at its moment. */
export const lookedAt: Step = (draft, asked) => (asked.part.isStock ? seenAtTheEnd : overTheRange)(draft, asked);
