import { EntitySchema } from 'typeorm';

/** A place where people are served. It exists from `validFrom` up to, not including, `validTo`. */
export interface ServicePoint {
  readonly code: string;
  readonly name: string;
  /** Null when only the data names this point. */
  readonly wardCode: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const ServicePoint = new EntitySchema<ServicePoint>({
  name: 'service_point',
  columns: {
    code: { type: 'text', primary: true },
    name: { type: 'text' },
    wardCode: { name: 'ward_code', type: 'text', nullable: true },
    validFrom: { name: 'valid_from', type: 'date' },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
  },
});
