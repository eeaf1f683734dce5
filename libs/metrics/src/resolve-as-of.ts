import { because, type CitySettings, InvalidQuery, isDay } from '@evenhand/domain';
import { literal, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

interface Moments {
  readonly asked: number;
  readonly now: number;
  readonly news: readonly string[];
}

/** The days whose end the engine can count; nothing was published before the first, and the last is still to come. */
const FIRST_DAY = '1970-01-02';
const LAST_DAY = '2149-06-05';

function instantOf(text: string, field: string, zone: string): Sql {
  if (isDay(text) && text < FIRST_DAY) return sql`toInt64(0)`;
  if (isDay(text) && text > LAST_DAY) return sql`${param('Int64', Date.parse(LAST_DAY))}`;
  if (isDay(text)) return sql`toUnixTimestamp64Milli(toDateTime64(${param('Date', text)} + 1, 3, ${literal(zone)})) - 1`;
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) return sql`${param('Int64', Date.parse(text))}`;
  throw new InvalidQuery(
    field,
    `"${text}" is no instant; write it with its zone, for example 2026-04-30T17:00:00Z, or write a day for its end, for example 2026-04-30.`,
    because('not_an_instant', { value: text }),
  );
}

/** An instant that somebody asks about. */
export interface AskedInstant {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The tables of which something has been published since, in order. What was known then of any other is what is known. */
  readonly news: readonly string[];
}

/** The instant to ask about tables: none where nothing was published of them since, so that whatever is at hand of the present will do. */
export const instantFor = ({ at, news }: AskedInstant, tables: readonly string[]): string | undefined =>
  tables.some((table) => news.includes(table)) ? at : undefined;

/** The present by the clock that dates publications, in ISO 8601: whatever is published from here on is later. */
export async function presentInstant(warehouse: Warehouse): Promise<string> {
  const [moment] = await warehouse.rows<{ now: number }>(sql`SELECT toUnixTimestamp64Milli(now64(3)) AS now`);
  return new Date(moment?.now ?? 0).toISOString();
}

/** Reads an instant or a day of the city. Throws {@link InvalidQuery}, also for an instant that is still to come. */
export async function resolveAsOf(
  { warehouse, city }: { readonly warehouse: Warehouse; readonly city: CitySettings },
  text: string,
  field = 'asOf',
): Promise<AskedInstant> {
  const [moments] = await warehouse.rows<Moments>(sql`
    SELECT ${instantOf(text, field, city.zone)} AS asked, toUnixTimestamp64Milli(now64(3)) AS now,
      (SELECT arraySort(groupUniqArrayIf(toString(entity), toUnixTimestamp64Milli(published_at) > asked)) FROM publication) AS news`);
  const { asked = 0, now = 0, news = [] } = moments ?? {};
  if (asked > now)
    throw new InvalidQuery(
      field,
      `"${text}" is still to come; leave ${field} out for what is known at present.`,
      because('still_to_come', { value: text }),
    );
  return { at: new Date(asked).toISOString(), news };
}
