import { EntitySchema } from 'typeorm';

/** A branch (chi nhánh) of the city centre: it manages service points. */
export interface Branch {
  readonly code: string;
  readonly name: string;
}

export const Branch = new EntitySchema<Branch>({
  name: 'branch',
  columns: { code: { type: 'text', primary: true }, name: { type: 'text' } },
});
