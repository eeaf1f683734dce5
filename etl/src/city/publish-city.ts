import { WorkingCalendar } from '@evenhand/domain';
import { listCalendar, listManagement, listServicePoints, type DataSource } from '@evenhand/records';
import { identifier, sql, type Warehouse } from '@evenhand/warehouse';
import { grouped } from './grouped';
import { ALWAYS } from './reference-rows';

/** The last day that the engine's `Date` holds: a stretch without an end ends here. */
const FOREVER = '2149-06-06';
/** Wide enough for any log that people still load; a limit counted in working days never leaves it. */
const WORKING_DAYS = { from: '1990-01-01', to: '2070-01-01' };

/** Readers see the old rows or the new ones, never a part. */
async function replaceTable(warehouse: Warehouse, name: string, rows: readonly object[]): Promise<void> {
  const table = identifier(name);
  const next = identifier(`${name}_next`);
  await warehouse.run(sql`DROP TABLE IF EXISTS ${next} SYNC`);
  await warehouse.run(sql`CREATE TABLE ${next} AS ${table}`);
  await warehouse.insert(`${name}_next`, rows);
  await warehouse.run(sql`EXCHANGE TABLES ${table} AND ${next}`);
  await warehouse.run(sql`DROP TABLE ${next} SYNC`);
}

interface PointStretch {
  readonly point_code: string;
  readonly ward_code: string;
  readonly branch_code: string;
  readonly valid_from: string;
  readonly valid_to: string;
}

async function pointStretches(records: DataSource): Promise<PointStretch[]> {
  const [points, management] = await Promise.all([listServicePoints(records), listManagement(records)]);
  const byPoint = grouped(management, ({ pointCode }) => pointCode);
  return points.flatMap(({ code, wardCode, validFrom, validTo }) => {
    const alone = { branchCode: '', validFrom, validTo };
    return (byPoint.get(code) ?? [alone]).map((stretch) => ({
      point_code: code,
      ward_code: wardCode ?? '',
      branch_code: stretch.branchCode,
      valid_from: stretch.validFrom < ALWAYS ? ALWAYS : stretch.validFrom,
      valid_to: stretch.validTo ?? FOREVER,
    }));
  });
}

/** Copies the points into the warehouse, so that SQL can join them. */
export async function publishPoints(records: DataSource, warehouse: Warehouse): Promise<void> {
  await replaceTable(warehouse, 'service_point', await pointStretches(records));
}

/** Copies the working days into the warehouse. */
export async function publishWorkingDays(records: DataSource, warehouse: Warehouse): Promise<void> {
  const calendar = new WorkingCalendar(await listCalendar(records));
  const days = calendar.workingDays(WORKING_DAYS.from, WORKING_DAYS.to);
  await replaceTable(
    warehouse,
    'working_day',
    days.map((day) => ({ day })),
  );
}
