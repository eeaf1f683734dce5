import { EntitySchema } from 'typeorm';

/** Which branch manages a point, for how long. Stretches of one point never overlap; the end is excluded. */
export interface PointManagement {
  readonly pointCode: string;
  readonly branchCode: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const PointManagement = new EntitySchema<PointManagement>({
  name: 'point_management',
  columns: {
    pointCode: { name: 'point_code', type: 'text', primary: true },
    validFrom: { name: 'valid_from', type: 'date', primary: true },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    branchCode: { name: 'branch_code', type: 'text' },
  },
});
