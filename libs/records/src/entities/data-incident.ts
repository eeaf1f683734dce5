import { EntitySchema } from 'typeorm';

/**
 * missing: nothing arrived. thin: too little did. late: the source told of nothing at all for too long. late_sync: local and
 * national records differ. stalled: what was to fetch the source failed again and again.
 */
export const INCIDENT_KINDS = ['missing', 'thin', 'late', 'late_sync', 'stalled'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** A stretch of days of which something is unknown. Points that failed on the same day are one incident. */
export interface DataIncident {
  readonly id: number;
  readonly source: string;
  /** Empty when all entities of the source are concerned. */
  readonly entity: string;
  readonly kind: IncidentKind;
  /** Codes of the points concerned; none is the source as a whole. */
  readonly points: readonly string[];
  readonly fromDay: string;
  /** The first day after it; `null` while it lasts. */
  readonly toDay: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** One sentence on the cause, where one is known. */
  readonly message: string | null;
}

export const DataIncident = new EntitySchema<DataIncident>({
  name: 'data_incident',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    source: { type: 'text' },
    entity: { type: 'text' },
    kind: { type: 'text' },
    points: { type: 'jsonb' },
    fromDay: { name: 'from_day', type: 'date' },
    toDay: { name: 'to_day', type: 'date', nullable: true },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    closedAt: { name: 'closed_at', type: 'timestamptz', nullable: true },
    message: { type: 'text', nullable: true },
  },
});
