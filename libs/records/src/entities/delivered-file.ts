import { EntitySchema } from 'typeorm';

/** `taken` is being loaded, or was when its process died. */
export const DELIVERY_STATUSES = ['taken', 'loaded', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One file that came through a drop folder, over HTTP or out of an object store. */
export interface DeliveredFile {
  readonly id: number;
  readonly source: string;
  /** How the place it came from calls it: its name in the drop folder, its URL, its key. */
  readonly address: string;
  readonly status: DeliveryStatus;
  /** What tells one content at an address from the next, as the place it came from says it. */
  readonly fingerprint: string;
  /** The path under which a run reads it. */
  readonly readFrom: string;
  /** Where it stands at the end; null while it is being loaded, and when it was fetched and could be fetched again. */
  readonly standsAt: string | null;
  /** The latest run there was when it was taken: only a later run can have read it. */
  readonly afterRun: number;
  readonly runId: number | null;
  /** How often its load was begun. */
  readonly attempts: number;
  readonly takenAt: Date;
}

export const DeliveredFile = new EntitySchema<DeliveredFile>({
  name: 'delivered_file',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    source: { type: 'text' },
    address: { type: 'text' },
    status: { type: 'text' },
    fingerprint: { type: 'text' },
    readFrom: { name: 'read_from', type: 'text' },
    standsAt: { name: 'stands_at', type: 'text', nullable: true },
    afterRun: { name: 'after_run', type: 'integer' },
    runId: { name: 'run_id', type: 'integer', nullable: true },
    attempts: { type: 'integer' },
    takenAt: { name: 'taken_at', type: 'timestamptz' },
  },
});
