import type { DataSource } from 'typeorm';
import { SourceWatermark } from './entities/source-watermark';

/** Names one part of a source that is read from where the last run ended. */
export interface WatermarkOf {
  readonly source: string;
  readonly part: string;
}

/** Up to where the part has been read and published; undefined when it never has. */
export async function readWatermark(records: DataSource, { source, part }: WatermarkOf): Promise<string | undefined> {
  return (await records.getRepository(SourceWatermark).findOneBy({ source, part }))?.value;
}

/** Notes up to where a part has been read; to be called when the run that read it is published, never before. */
export async function moveWatermark(
  records: DataSource,
  { source, part }: WatermarkOf,
  { value, runId, now = new Date() }: { readonly value: string; readonly runId: number; readonly now?: Date },
): Promise<void> {
  await records.getRepository(SourceWatermark).upsert({ source, part, value, runId, movedAt: now }, ['source', 'part']);
}

/** How far each part of each source has been read, by source and part. */
export const listWatermarks = (records: DataSource): Promise<SourceWatermark[]> =>
  records.getRepository(SourceWatermark).find({ order: { source: 'ASC', part: 'ASC' } });
