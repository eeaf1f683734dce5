import { addDays, type Day } from '@evenhand/domain';
import { param, sql, type Warehouse } from '@evenhand/warehouse';

/** When the points of the city are open, as far as it matters for what must arrive. */
export class OpenDays {
  constructor(
    private readonly byHours: ReadonlyMap<number, ReadonlyMap<Day, number>>,
    private readonly hoursOf: ReadonlyMap<string, number>,
    private readonly validity: ReadonlyMap<string, { readonly from: Day; readonly to: Day }>,
  ) {}

  /** Every registered point, by code. */
  get points(): readonly string[] {
    return [...this.validity.keys()];
  }

  isOpen(point: string, day: Day): boolean {
    const valid = this.validity.get(point);
    return this.closesAt(point, day) !== undefined && (valid === undefined || (valid.from <= day && day < valid.to));
  }

  /** Whether the city works at all. */
  isWorking(day: Day): boolean {
    return this.closesAt('', day) !== undefined;
  }

  /** The second of the city's day at which the point closes, `undefined` when it stays closed. An empty point is the city. */
  closesAt(point: string, day: Day): number | undefined {
    return this.byHours.get(this.hoursOf.get(point) ?? this.hoursOf.get('') ?? 0)?.get(day);
  }

  /** The first day on which a day of work has been told of at the latest, and the hour of it: closed days do not count. */
  dueAfter(day: Day, everyHours: number): { readonly day: Day; readonly hour: number } {
    let due = addDays(day, 1);
    let hours = everyHours;
    for (let looked = 0; looked < LONGEST_LOOK; looked++) {
      const isClosed = !this.isWorking(due);
      if (!isClosed && hours <= 24) break;
      if (!isClosed) hours -= 24;
      due = addDays(due, 1);
    }
    return { day: due, hour: hours };
  }
}

/** No feed waits longer, and a calendar without any working day must not be searched for ever. */
const LONGEST_LOOK = 1000;
const MIDNIGHT = 86_400;

interface DayOfHours {
  readonly hours: number;
  readonly day: Day;
  readonly closesAt: number;
}

// Where nobody said when points are open they close at midnight of each working day.
async function daysOfHours(warehouse: Warehouse, zone: string, from: Day): Promise<DayOfHours[]> {
  const since = sql`day >= ${param('Date', from)}`;
  const days = await warehouse.rows<DayOfHours>(sql`
    SELECT toUInt64(cityHash64(working_time) % 9007199254740991) AS hours, day,
      if(toDate(ends_at, ${param('String', zone)}) = day, dateDiff('second', toStartOfDay(ends_at, ${param('String', zone)}), ends_at), ${param('UInt32', MIDNIGHT)}) AS closesAt
    FROM working_time_day WHERE is_open AND ${since}`);
  if (days.length > 0) return days;
  return warehouse.rows<DayOfHours>(
    sql`SELECT toUInt64(0) AS hours, day, ${param('UInt32', MIDNIGHT)} AS closesAt FROM working_day WHERE ${since}`,
  );
}

/** Reads when points are open from a day on. */
export async function openDays(warehouse: Warehouse, zone: string, from: Day): Promise<OpenDays> {
  const [days, sets, points] = await Promise.all([
    daysOfHours(warehouse, zone, from),
    warehouse.rows<{ point: string; hours: number }>(
      sql`SELECT point_code AS point, toUInt64(cityHash64(working_time) % 9007199254740991) AS hours FROM point_working_time`,
    ),
    warehouse.rows<{ point: string; from: Day; to: Day }>(
      sql`SELECT point_code AS point, min(valid_from) AS from, max(valid_to) AS to FROM service_point GROUP BY point ORDER BY point`,
    ),
  ]);
  const byHours = new Map<number, Map<Day, number>>();
  for (const { hours, day, closesAt } of days) byHours.set(hours, (byHours.get(hours) ?? new Map<Day, number>()).set(day, closesAt));
  return new OpenDays(
    byHours,
    new Map(sets.filter(({ hours }) => byHours.has(hours)).map(({ point, hours }) => [point, hours])),
    new Map(points.map(({ point, ...valid }) => [point, valid])),
  );
}
