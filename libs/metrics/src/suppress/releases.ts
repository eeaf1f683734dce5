import { addDays, type CitySettings, type Day, startOfMonth, type TimeRange } from '@evenhand/domain';
import { literal, param, sql, type Warehouse } from '@evenhand/warehouse';

/** Months of which the public is told what was known at one instant. */
export interface Release extends TimeRange {
  /** ISO 8601 in UTC; `undefined` where nothing was published since. */
  readonly asOf: string | undefined;
}

/** Months of which the public is not told before a day. */
export interface NotYet extends TimeRange {
  readonly toldOn: Day;
}

/** What the public is told of a range. */
export interface Released {
  /** In order of time, side by side. */
  readonly releases: readonly Release[];
  readonly untold: readonly NotYet[];
}

interface Asked {
  readonly range: TimeRange;
  /** The tables that the figure rests on. */
  readonly tables: readonly string[];
}

interface Place {
  readonly warehouse: Warehouse;
  readonly city: CitySettings;
}

/** A month is told from this day of the next one on. */
const DAY_OF_RELEASE = 15;

const dueOf = (month: Day): Day => addDays(startOfMonth(month, 1), DAY_OF_RELEASE - 1);

const monthsOf = ({ from, to }: TimeRange): readonly Day[] => {
  const months: Day[] = [];
  for (let month = startOfMonth(from); month < to; month = startOfMonth(month, 1)) months.push(month);
  return months;
};

interface Clock {
  /** The day in the city; `null` before anything is known. */
  readonly today: Day | null;
  /** When each month is due to be told. */
  readonly due: readonly number[];
  /** The day of release that follows the first publication, and when it begins; what is older was loaded at once. */
  readonly openingOn: Day | null;
  readonly opening: number | null;
  readonly latest: number | null;
}

async function clockOf({ warehouse, city }: Place, tables: Asked['tables'], due: readonly Day[]): Promise<Clock | undefined> {
  const at = literal(city.zone);
  const [clock] = await warehouse.rows<Clock>(sql`
    WITH published AS (
        SELECT min(published_at) AS first_at, max(published_at) AS last_at FROM publication WHERE entity IN ${param('Array(String)', tables)} GROUP BY entity
      ),
      (SELECT toDate(maxOrNull(first_at), ${at}) FROM published) AS first_on,
      toUInt16(${param('UInt16', DAY_OF_RELEASE - 1)}) AS days,
      if(first_on < toStartOfMonth(first_on) + days, toStartOfMonth(first_on), toStartOfMonth(first_on) + INTERVAL 1 MONTH) + days AS opens_on
    SELECT toDate(now64(3), ${at}) AS today,
      arrayMap(one -> toUnixTimestamp64Milli(toDateTime64(one, 3, ${at})), ${param('Array(Date)', due)}) AS due,
      opens_on AS openingOn,
      if(isNull(first_on), NULL, toUnixTimestamp64Milli(toDateTime64(assumeNotNull(opens_on), 3, ${at}))) AS opening,
      (SELECT maxOrNull(toUnixTimestamp64Milli(last_at)) FROM published) AS latest`);
  return clock;
}

/** The day up to which every kind of record has been told: the present of a simulated city. */
async function simulatedDay({ warehouse, city }: Place, tables: Asked['tables']): Promise<Day | null> {
  const [known] = await warehouse.rows<{ today: Day | null }>(sql`
    SELECT toDate(minOrNull(latest), ${literal(city.zone)}) AS today
    FROM (SELECT max(latest_at) AS latest FROM known_until FINAL WHERE entity IN ${param('Array(String)', tables)} GROUP BY entity)`);
  return known?.today ?? null;
}

/** When one month is told; as of which instant, once it has been. */
interface Told {
  readonly month: Day;
  readonly toldOn: Day;
  readonly isTold: boolean;
  readonly asOf: string | undefined;
}

async function toldOf(place: Place, { range, tables }: Asked): Promise<readonly Told[] | null> {
  const months = monthsOf(range);
  if (place.city.isSimulated) {
    const today = await simulatedDay(place, tables);
    if (today === null) return null;
    return months.map((month) => ({ month, toldOn: dueOf(month), isTold: dueOf(month) <= today, asOf: undefined }));
  }
  const clock = await clockOf(place, tables, months.map(dueOf));
  if (!clock || clock.today === null || clock.opening === null || clock.openingOn === null) return null;
  const { today, opening, openingOn, latest, due } = clock;
  return months.map((month, index) => {
    const toldOn = dueOf(month) < openingOn ? openingOn : dueOf(month);
    const at = Math.max(due[index] ?? Infinity, opening);
    return { month, toldOn, isTold: toldOn <= today, asOf: (latest ?? 0) > at ? new Date(at).toISOString() : undefined };
  });
}

/** Months side by side of which the same holds, taken together. */
function joined<Months extends TimeRange>(all: readonly Months[], isAlike: (one: Months, other: Months) => boolean): readonly Months[] {
  const found: Months[] = [];
  for (const next of all) {
    const last = found.at(-1);
    if (last && last.to === next.from && isAlike(last, next)) found.splice(-1, 1, { ...last, to: next.to });
    else found.push(next);
  }
  return found;
}

/**
 * As of when the public is told of each month: as known in the middle of the month that follows, whatever is told later. Two
 * answers of different days are then the same, and nothing is learned from what lies between them. History that was loaded
 * at once is told as known on the next such day, and not before. A simulated city tells of nobody: its months are told once its
 * own clock has reached their day, as they are known.
 */
export async function releasesOf(place: Place, asked: Asked): Promise<Released> {
  const told = await toldOf(place, asked);
  // Before anything was published there is nothing that could move.
  if (told === null) return { releases: [{ ...asked.range, asOf: undefined }], untold: [] };
  const rangeOf = (month: Day): TimeRange => ({ from: month, to: startOfMonth(month, 1) });
  const releases = told.flatMap(({ month, isTold, asOf }) => (isTold ? [{ ...rangeOf(month), asOf }] : []));
  const untold = told.flatMap(({ month, isTold, toldOn }) => (isTold ? [] : [{ ...rangeOf(month), toldOn }]));
  return {
    releases: joined(releases, (one, other) => one.asOf === other.asOf),
    untold: joined(untold, (one, other) => one.toldOn === other.toldOn),
  };
}
