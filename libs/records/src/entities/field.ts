import { EntitySchema } from 'typeorm';

/** A field of work (lĩnh vực). */
export interface Field {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

export const Field = new EntitySchema<Field>({
  name: 'field',
  columns: {
    code: { type: 'text', primary: true },
    nameVi: { name: 'name_vi', type: 'text' },
    nameEn: { name: 'name_en', type: 'text' },
  },
});
