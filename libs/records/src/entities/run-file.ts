import { EntitySchema } from 'typeorm';

/** A file that a run read, as it was then. */
export interface RunFile {
  readonly runId: number;
  /** As quarantine and facts call it. */
  readonly file: string;
  readonly path: string;
  /** As text: a file may be larger than a number is exact. */
  readonly bytes: string;
  readonly modifiedMs: string;
}

export const RunFile = new EntitySchema<RunFile>({
  name: 'run_file',
  columns: {
    runId: { name: 'run_id', type: 'int', primary: true },
    file: { type: 'text', primary: true },
    path: { type: 'text' },
    bytes: { type: 'bigint' },
    modifiedMs: { name: 'modified_ms', type: 'bigint' },
  },
});
