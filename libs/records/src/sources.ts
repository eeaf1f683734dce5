import type { DataSource } from 'typeorm';
import { Source } from './entities/source';

/** Keeps what a source folder says of itself; the latest description stands. */
export async function describeSource(records: DataSource, source: Source): Promise<void> {
  await records.getRepository(Source).upsert(source, ['name']);
}

/** All sources, by name. */
export const listSources = (records: DataSource): Promise<Source[]> => records.getRepository(Source).find({ order: { name: 'ASC' } });
