import type { MatterCause } from '@evenhand/domain';
import { EntitySchema } from 'typeorm';

/** What was decided about a matter: who takes care, until when, and whether it is put off. */
export interface CareContent {
  /** Empty while nobody takes care. */
  readonly owner: string;
  readonly dueOn: string | null;
  /** The matter is put off up to this day, which it comes back on; null while it is not. */
  readonly offUntil: string | null;
  /** Why it is put off; empty while it is not. */
  readonly reason: string;
}

/** The care for a matter of a point. The matter itself follows from figures and is kept nowhere. */
export interface MatterCare extends CareContent {
  readonly cause: MatterCause;
  readonly point: string;
  /** What whoever decided it last was called. */
  readonly by: string;
  readonly changedAt: Date;
  readonly version: number;
}

export const MatterCare = new EntitySchema<MatterCare>({
  name: 'matter_care',
  columns: {
    cause: { type: 'text', primary: true },
    point: { name: 'point_code', type: 'text', primary: true },
    owner: { type: 'text' },
    dueOn: { name: 'due_on', type: 'date', nullable: true },
    offUntil: { name: 'off_until', type: 'date', nullable: true },
    reason: { type: 'text' },
    by: { name: 'changed_by', type: 'text' },
    changedAt: { name: 'changed_at', type: 'timestamptz' },
    version: { type: 'integer' },
  },
});
