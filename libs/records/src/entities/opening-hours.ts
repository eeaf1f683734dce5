import { EntitySchema } from 'typeorm';

/**
 * One stretch of a weekday in which a point receives people. On a weekday for which a point has hours of its own it
 * follows only these; else it follows the rows without a point.
 */
export interface OpeningHours {
  readonly id: number;
  readonly pointCode: string | null;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const OpeningHours = new EntitySchema<OpeningHours>({
  name: 'opening_hours',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    pointCode: { name: 'point_code', type: 'text', nullable: true },
    weekday: { type: 'smallint' },
    opensAt: { name: 'opens_at', type: 'time' },
    closesAt: { name: 'closes_at', type: 'time' },
    validFrom: { name: 'valid_from', type: 'date' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
  },
});
