import { EntitySchema } from 'typeorm';
import type { ChangeOrigin } from '../registers/register-layers';

/** Something that changed a register: who, when and why. Never changed itself. */
export interface RegisterChange {
  readonly id: number;
  readonly register: string;
  readonly origin: ChangeOrigin;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly reason: string;
  /** The change that this one takes back. */
  readonly undoes: number | null;
}

export const RegisterChange = new EntitySchema<RegisterChange>({
  name: 'register_change',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    register: { type: 'text' },
    origin: { type: 'text' },
    madeAt: { name: 'made_at', type: 'timestamptz' },
    madeBy: { name: 'made_by', type: 'text' },
    reason: { type: 'text' },
    undoes: { type: 'integer', nullable: true },
  },
});
