import type { StatedFigure } from '@evenhand/domain';
import type { DataSource, EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { Branch } from './entities/branch';
import { Field } from './entities/field';
import { PointManagement } from './entities/point-management';
import { Procedure } from './entities/procedure';
import { ServicePoint } from './entities/service-point';
import { Ward } from './entities/ward';
import { flatHours, weekdayHours } from './registers/opening-hours';
import type { CalendarDay, DateHours, OpeningHours, ProcedureLimit } from './registers/register-contents';
import { readRegister, seedRegister } from './registers/registers';

/** What a city says of itself. */
export interface CityRecords {
  readonly wards: readonly Ward[];
  readonly branches: readonly Branch[];
  readonly points: readonly ServicePoint[];
  readonly management: readonly PointManagement[];
  readonly fields: readonly Field[];
  readonly procedures: readonly Procedure[];
  /** The days that differ from Monday to Friday. */
  readonly calendar: readonly CalendarDay[];
  readonly openingHours: readonly OpeningHours[];
  readonly hoursOnDates: readonly DateHours[];
  readonly limits: readonly ProcedureLimit[];
}

/** PostgreSQL takes 65,535 values in one statement; no row here has more than eight. */
const ROWS_PER_STATEMENT = 5_000;

async function insertAll<Row extends ObjectLiteral>(at: EntityManager, entity: EntitySchema<Row>, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(start, start + ROWS_PER_STATEMENT);
    // Else the engine's numbers would be written into the caller's objects.
    await at.createQueryBuilder().insert().into(entity).values(chunk).updateEntity(false).execute();
  }
}

async function upsertCoded<Row extends ObjectLiteral & { readonly code: string }>(
  at: EntityManager,
  entity: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.entries(entity.options.columns).map(([property, column]) => column?.name ?? property);
  const insert = at
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values([...rows]);
  if (rows.length > 0)
    await insert
      .orUpdate(
        columns.filter((column) => column !== 'code'),
        ['code'],
      )
      .execute();
}

async function deleteAll<Row extends ObjectLiteral>(at: EntityManager, entity: EntitySchema<Row>): Promise<void> {
  await at.createQueryBuilder().delete().from(entity).execute();
}

async function deleteOthers<Row extends { readonly code: string }>(
  at: EntityManager,
  entity: EntitySchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  const codes = rows.map(({ code }) => code);
  await at.createQueryBuilder().delete().from(entity).where('code <> ALL(:codes)', { codes }).execute();
}

/**
 * Replaces what the records know of the city in one transaction. Rows that stay keep their identity. Registers keep every
 * version, and what people decided in them stands before what the city says.
 */
export async function replaceCity(records: DataSource, city: CityRecords): Promise<void> {
  await records.transaction(async (at) => {
    await deleteAll(at, PointManagement);
    await upsertCoded(at, Ward, city.wards);
    await upsertCoded(at, Branch, city.branches);
    await upsertCoded(at, Field, city.fields);
    await upsertCoded(at, Procedure, city.procedures);
    await upsertCoded(at, ServicePoint, city.points);
    await deleteOthers(at, ServicePoint, city.points);
    await deleteOthers(at, Procedure, city.procedures);
    await deleteOthers(at, Field, city.fields);
    await deleteOthers(at, Branch, city.branches);
    await deleteOthers(at, Ward, city.wards);
    await insertAll(at, PointManagement, city.management);
    await seedRegister(at, 'calendar', city.calendar);
    await seedRegister(at, 'opening_hours', weekdayHours(city.openingHours));
    await seedRegister(at, 'hours_on_dates', city.hoursOnDates);
    await seedRegister(at, 'procedure_limits', city.limits);
  });
}

/** Adds points that exist only because facts name them; one that is there already stays as it is. */
export async function addPoints(records: DataSource, points: readonly ServicePoint[]): Promise<void> {
  await records
    .createQueryBuilder()
    .insert()
    .into(ServicePoint)
    .values([...points])
    .orIgnore()
    .execute();
}

/** All by code. */
export const listServicePoints = (records: DataSource): Promise<ServicePoint[]> =>
  records.getRepository(ServicePoint).find({ order: { code: 'ASC' } });

export const listBranches = (records: DataSource): Promise<Branch[]> => records.getRepository(Branch).find({ order: { code: 'ASC' } });

export const listFields = (records: DataSource): Promise<Field[]> => records.getRepository(Field).find({ order: { code: 'ASC' } });

export const listProcedures = (records: DataSource): Promise<Procedure[]> =>
  records.getRepository(Procedure).find({ order: { code: 'ASC' } });

/** By point, then by time. */
export const listManagement = (records: DataSource): Promise<PointManagement[]> =>
  records.getRepository(PointManagement).find({ order: { pointCode: 'ASC', validFrom: 'ASC' } });

/** The days that differ from Monday to Friday, as they stand. */
export const listCalendar = async (records: DataSource): Promise<CalendarDay[]> =>
  (await readRegister(records.manager, 'calendar')).map(({ content }) => content);

/** The opening hours as they stand, one row per stretch. */
export const listOpeningHours = async (records: DataSource): Promise<OpeningHours[]> =>
  flatHours((await readRegister(records.manager, 'opening_hours')).map(({ content }) => content));

/** The dates on which points keep other hours than on their weekday. */
export const listHoursOnDates = async (records: DataSource): Promise<DateHours[]> =>
  (await readRegister(records.manager, 'hours_on_dates')).map(({ content }) => content);

/** What people stated where no feed tells, of every period. */
export const listStatedFigures = async (records: DataSource): Promise<StatedFigure[]> =>
  (await readRegister(records.manager, 'stated_figures')).map(({ content }) => content);

/** The limits of procedures as they stand, of every time. */
export const listProcedureLimits = async (records: DataSource): Promise<ProcedureLimit[]> =>
  (await readRegister(records.manager, 'procedure_limits')).map(({ content }) => content);
