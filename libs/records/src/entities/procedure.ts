import { EntitySchema } from 'typeorm';

/** An administrative procedure (thủ tục hành chính), identified by its national code. */
export interface Procedure {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly fieldCode: string | null;
  /** Statutory time limit; null when the city did not say. */
  readonly workingDays: number | null;
}

export const Procedure = new EntitySchema<Procedure>({
  name: 'procedure',
  columns: {
    code: { type: 'text', primary: true },
    nameVi: { name: 'name_vi', type: 'text' },
    nameEn: { name: 'name_en', type: 'text' },
    fieldCode: { name: 'field_code', type: 'text', nullable: true },
    workingDays: { name: 'working_days', type: 'smallint', nullable: true },
  },
});
