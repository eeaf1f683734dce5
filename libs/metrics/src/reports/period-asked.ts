import { type CitySettings, type ReportPeriod, rangeOfPeriod, type Scope, type TimeRange } from '@evenhand/domain';
import { literal, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { type Known, knownAt } from '../facts/known';
import { resolveAsOf } from '../resolve-as-of';

/** What a report or a score over a period may look at; nothing else decides what it says. */
export interface PeriodAsked {
  readonly range: TimeRange;
  readonly scope: Scope;
  readonly city: CitySettings;
  readonly known: Known;
  /** The instant as of which it is asked, ISO 8601; undefined for what is known at present. */
  readonly asOf: string | undefined;
}

/** A period, for whom and as of when. */
export interface PeriodRequest {
  readonly period: ReportPeriod;
  readonly asOf?: string | undefined;
}

/** Reads a request. Throws InvalidQuery for an instant that is none or is still to come. */
export async function askedOf(
  { warehouse, city }: { readonly warehouse: Warehouse; readonly city: CitySettings },
  { period, asOf }: PeriodRequest,
  scope: Scope,
): Promise<PeriodAsked> {
  const instant = asOf === undefined ? undefined : await resolveAsOf({ warehouse, city }, asOf);
  const at = instant === undefined || instant.news.length === 0 ? undefined : instant.at;
  return { range: rangeOfPeriod(period), scope, city, known: knownAt(at), asOf: at };
}

/** The same question about another range. */
export const askedFor = (asked: PeriodAsked, range: TimeRange): PeriodAsked => ({ ...asked, range });

/** An instant that is there, cut to a day of the city. */
export const dayOf = (instant: Sql, { city }: Pick<PeriodAsked, 'city'>): Sql =>
  sql`toDate(assumeNotNull(${instant}), ${literal(city.zone)})`;

/** The last day of which the feeds of dossiers have told; 1970-01-01 before the first load. */
export const knownDay = (asked: PeriodAsked): Sql => lastDay(asked.known.until('dossier'), asked);

/** The same for the feeds of any kind of record. */
export const knownDayOf = (entity: string, asked: PeriodAsked): Sql =>
  lastDay(sql`(SELECT maxOrNull(latest_at) FROM ${asked.known.told} WHERE entity = ${literal(entity)})`, asked);

const lastDay = (until: Sql, { city }: PeriodAsked): Sql => sql`toDate(ifNull(${until}, toDateTime64(0, 3, 'UTC')), ${literal(city.zone)})`;

/**
 * A day of which it can be said that the days before it are over: the end of the period, or the last known day while the
 * period runs.
 */
export const overBefore = (asked: PeriodAsked, known = knownDay(asked)): Sql => sql`least(${param('Date', asked.range.to)}, ${known})`;
