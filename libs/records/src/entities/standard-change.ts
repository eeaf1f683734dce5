import { EntitySchema } from 'typeorm';

/** New numbers of a service standard from a day on: who set them, when and why. Never changed itself. */
export interface StandardChange {
  readonly id: number;
  readonly standard: string;
  /** First day that is judged by them; earlier days keep theirs. */
  readonly effectiveFrom: string;
  /** All numbers of the rule by the id of their threshold. */
  readonly limits: Readonly<Record<string, number>>;
  readonly reason: string;
  readonly madeBy: string;
  readonly madeAt: Date;
}

export const StandardChange = new EntitySchema<StandardChange>({
  name: 'standard_change',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    standard: { type: 'text' },
    effectiveFrom: { name: 'effective_from', type: 'date' },
    limits: { type: 'jsonb' },
    reason: { type: 'text' },
    madeBy: { name: 'made_by', type: 'text' },
    madeAt: { name: 'made_at', type: 'timestamptz' },
  },
});
