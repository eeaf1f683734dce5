import { listManagement, listServicePoints, type DataSource } from '@evenhand/records';
import type { Warehouse } from '@evenhand/warehouse';
import { grouped } from './grouped';
import { ALWAYS, FOREVER } from './reference-rows';
import { replaceTables } from './replace-table';

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
  await replaceTables(warehouse, [{ table: 'service_point', rows: await pointStretches(records) }]);
}
