import { EntitySchema } from 'typeorm';

/** What people decided about the schedule of a source. */
export interface SourceSchedule {
  readonly source: string;
  readonly isPaused: boolean;
  /** Somebody wanted it pulled at once; `null` when nobody waits. */
  readonly wantedAt: Date | null;
}

export const SourceSchedule = new EntitySchema<SourceSchedule>({
  name: 'source_schedule',
  columns: {
    source: { type: 'text', primary: true },
    isPaused: { name: 'is_paused', type: 'boolean' },
    wantedAt: { name: 'wanted_at', type: 'timestamptz', nullable: true },
  },
});
