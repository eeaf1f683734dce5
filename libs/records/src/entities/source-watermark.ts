import { EntitySchema } from 'typeorm';

/** Up to where one part of a source (a table, a list of pages) has been read and published. */
export interface SourceWatermark {
  readonly source: string;
  readonly part: string;
  /** As the source itself writes it; only the code that pulls the source reads it. */
  readonly value: string;
  /** The run that published everything up to here. */
  readonly runId: number;
  readonly movedAt: Date;
}

export const SourceWatermark = new EntitySchema<SourceWatermark>({
  name: 'source_watermark',
  columns: {
    source: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    value: { type: 'text' },
    runId: { name: 'run_id', type: 'integer' },
    movedAt: { name: 'moved_at', type: 'timestamptz' },
  },
});
