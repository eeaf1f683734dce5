import { EntitySchema } from 'typeorm';

/** One line that a run said while it ran. */
export interface RunLine {
  readonly runId: number;
  readonly lineNo: number;
  readonly toldAt: Date;
  readonly text: string;
}

export const RunLine = new EntitySchema<RunLine>({
  name: 'run_line',
  columns: {
    runId: { name: 'run_id', type: 'integer', primary: true },
    lineNo: { name: 'line_no', type: 'integer', primary: true },
    toldAt: { name: 'told_at', type: 'timestamptz' },
    text: { type: 'text' },
  },
});
