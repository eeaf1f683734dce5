import type { DataSource } from 'typeorm';
import { PointManagement } from './entities/point-management';
import { ServicePoint } from './entities/service-point';
import { Ward } from './entities/ward';

/** A service point with the unit it stands in and the branch that manages it on a day. */
export interface KnownPoint {
  readonly code: string;
  readonly name: string;
  readonly wardCode: string | null;
  readonly wardName: string | null;
  readonly wardType: string | null;
  readonly branchCode: string | null;
  readonly column: number | null;
  readonly row: number | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const holds = (day: string, { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null }): boolean =>
  validFrom <= day && (validTo === null || day < validTo);

/** Every point there ever was, by code, as it is managed on `day`. */
export async function listPoints(records: DataSource, day: string): Promise<KnownPoint[]> {
  const [points, wards, management] = await Promise.all([
    records.getRepository(ServicePoint).find({ order: { code: 'ASC' } }),
    records.getRepository(Ward).find(),
    records.getRepository(PointManagement).find(),
  ]);
  const wardByCode = new Map(wards.map((ward) => [ward.code, ward]));
  const branchByPoint = new Map(
    management.filter((stretch) => holds(day, stretch)).map(({ pointCode, branchCode }) => [pointCode, branchCode]),
  );
  return points.map(({ code, name, wardCode, validFrom, validTo }) => {
    const ward = wardByCode.get(wardCode ?? '');
    return {
      code,
      name,
      wardCode,
      wardName: ward?.name ?? null,
      wardType: ward?.type ?? null,
      branchCode: branchByPoint.get(code) ?? null,
      column: ward?.column ?? null,
      row: ward?.row ?? null,
      validFrom,
      validTo,
    };
  });
}
