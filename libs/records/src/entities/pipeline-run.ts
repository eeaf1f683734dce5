import { EntitySchema } from 'typeorm';

/** `publishing` begins when the new parts are complete and are being swapped in: such a run can be finished, not undone. */
export const RUN_STATUSES = ['running', 'publishing', 'published', 'failed'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** What one entity of a run read and what became of it: read = loaded + duplicate + quarantined. */
export interface EntityCount {
  readonly entity: string;
  readonly read: number;
  readonly loaded: number;
  readonly duplicate: number;
  readonly quarantined: number;
  /** Of the loaded, how many replaced an earlier version. */
  readonly corrected: number;
  /** Of the loaded, how many carry a finding. */
  readonly flagged: number;
}

/** How many records broke a law of their contract. */
export interface RejectedReason {
  readonly entity: string;
  readonly reason: string;
  readonly rows: number;
}

/** Days that a run told of, and that are unknown all the same: too little came for these points. */
export interface VolumeNote {
  readonly entity: string;
  readonly state: 'thin' | 'missing';
  readonly points: readonly string[];
  readonly fromDay: string;
  readonly lastDay: string;
}

/** How far a run has come. */
export interface RunProgress {
  readonly step: string;
  readonly entity: string | null;
  readonly file: string | null;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** One load of files of one source. */
export interface PipelineRun {
  readonly id: number;
  readonly source: string;
  readonly status: RunStatus;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly files: readonly string[];
  readonly counts: readonly EntityCount[];
  readonly reasons: readonly RejectedReason[];
  readonly message: string | null;
  /** The source folder it was loaded with; `null` for runs before folders were noted. */
  readonly folder: string | null;
  readonly notes: readonly VolumeNote[];
  readonly progress: RunProgress | null;
}

export const PipelineRun = new EntitySchema<PipelineRun>({
  name: 'pipeline_run',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    source: { type: 'text' },
    status: { type: 'text' },
    startedAt: { name: 'started_at', type: 'timestamptz' },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
    files: { type: 'jsonb' },
    counts: { type: 'jsonb' },
    reasons: { type: 'jsonb' },
    message: { type: 'text', nullable: true },
    folder: { type: 'text', nullable: true },
    notes: { type: 'jsonb' },
    progress: { type: 'jsonb', nullable: true },
  },
});
