import { EntitySchema } from 'typeorm';
import type { EntryAct } from '../registers/register-layers';

/** What one change said of one entry of its register. Never changed itself. */
export interface RegisterEntry {
  readonly changeId: number;
  readonly key: string;
  readonly act: EntryAct;
  /** Null unless `act` is `set`. */
  readonly content: object | null;
}

export const RegisterEntry = new EntitySchema<RegisterEntry>({
  name: 'register_entry',
  columns: {
    changeId: { name: 'change_id', type: 'integer', primary: true },
    key: { type: 'text', primary: true },
    act: { type: 'text' },
    content: { type: 'jsonb', nullable: true },
  },
});
