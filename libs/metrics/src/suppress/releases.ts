import { addDays, type CitySettings, type Day, startOfMonth, type TimeRange } from '@evenhand/domain';
import { literal, param, sql, type Warehouse } from '@evenhand/warehouse';

/** Months of which the public is told what was known at one instant. */
export interface Release extends TimeRange {
  /** ISO 8601 in UTC; `undefined` where nothing was published since. */
  readonly asOf: string | undefined;
}

/** What the public is told of a range. */
export interface Released {
  /** In order of time, side by side. */
  readonly releases: readonly Release[];
  /** True when all months of the range are told. */
  readonly isWhole: boolean;
}

interface Asked {
  readonly range: TimeRange;
  /** The tables that the figure rests on. */
  readonly tables: readonly string[];
}

/** A month is told from this day of the next one on. */
const DAY_OF_RELEASE = 15;

const monthsOf = ({ from, to }: TimeRange): readonly Day[] => {
  const months: Day[] = [];
  for (let month = startOfMonth(from); month < to; month = startOfMonth(month, 1)) months.push(month);
  return months;
};

interface Clock {
  readonly now: number;
  /** When each month is due to be told. */
  readonly due: readonly number[];
  /** The day of release that follows the first publication; what is older was loaded at once. */
  readonly opening: number | null;
  readonly latest: number | null;
}

/** Months that were told at the same instant, taken together. */
function joined(releases: readonly Release[]): readonly Release[] {
  const all: Release[] = [];
  for (const release of releases) {
    const last = all.at(-1);
    if (last && last.asOf === release.asOf) all.splice(-1, 1, { ...last, to: release.to });
    else all.push(release);
  }
  return all;
}

async function clockOf(warehouse: Warehouse, { zone }: CitySettings, { tables, due }: { tables: Asked['tables']; due: readonly Day[] }) {
  const at = literal(zone);
  const [clock] = await warehouse.rows<Clock>(sql`
    WITH published AS (
        SELECT min(published_at) AS first_at, max(published_at) AS last_at FROM publication WHERE entity IN ${param('Array(String)', tables)} GROUP BY entity
      ),
      (SELECT toDate(maxOrNull(first_at), ${at}) FROM published) AS first_on,
      toUInt16(${param('UInt16', DAY_OF_RELEASE - 1)}) AS days,
      if(first_on < toStartOfMonth(first_on) + days, toStartOfMonth(first_on), toStartOfMonth(first_on) + INTERVAL 1 MONTH) + days AS opens_on
    SELECT toUnixTimestamp64Milli(now64(3)) AS now,
      arrayMap(one -> toUnixTimestamp64Milli(toDateTime64(one, 3, ${at})), ${param('Array(Date)', due)}) AS due,
      if(isNull(first_on), NULL, toUnixTimestamp64Milli(toDateTime64(assumeNotNull(opens_on), 3, ${at}))) AS opening,
      (SELECT maxOrNull(toUnixTimestamp64Milli(last_at)) FROM published) AS latest`);
  return clock;
}

/**
 * As of when the public is told of each month: as known in the middle of the month that follows, whatever is told later. Two
 * answers of different days are then the same, and nothing is learned from what lies between them. History that was loaded
 * at once is told as known on the next such day; until then, and in a simulated city, everything is told as it is known.
 */
export async function releasesOf(
  { warehouse, city }: { readonly warehouse: Warehouse; readonly city: CitySettings },
  { range, tables }: Asked,
): Promise<Released> {
  const present = { releases: [{ ...range, asOf: undefined }], isWhole: true };
  if (city.isSimulated) return present;
  const months = monthsOf(range);
  const due = months.map((month) => addDays(startOfMonth(month, 1), DAY_OF_RELEASE - 1));
  const clock = await clockOf(warehouse, city, { tables, due });
  if (!clock || clock.opening === null || clock.now < clock.opening) return present;
  const { now, opening, latest } = clock;
  const told = months.flatMap((month, index): Release[] => {
    const dueAt = clock.due[index] ?? Infinity;
    const at = Math.max(dueAt, opening);
    if (dueAt > now) return [];
    return [{ from: month, to: startOfMonth(month, 1), asOf: (latest ?? 0) > at ? new Date(at).toISOString() : undefined }];
  });
  return { releases: joined(told), isWhole: told.length === months.length };
}
