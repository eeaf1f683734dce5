import type { DataSource } from 'typeorm';
import { StandardChange } from './entities/standard-change';

/** Changes of standards come one after the other, so that each is made from what it saw. */
const CHANGE_LOCK = 7_338_251;

/** What somebody sets anew. */
export interface NewStandardChange {
  readonly standard: string;
  readonly effectiveFrom: string;
  readonly limits: Readonly<Record<string, number>>;
  readonly reason: string;
  readonly madeBy: string;
}

/** Every change of every standard, in the order in which they were made. */
export const listStandardChanges = (records: Pick<DataSource, 'getRepository'>): Promise<StandardChange[]> =>
  records.getRepository(StandardChange).find({ order: { id: 'ASC' } });

/**
 * Adds a change that is worked out from the changes so far, in one transaction.
 * @param decide gives what to set, or throws what is wrong with it
 */
export const addStandardChange = (
  records: DataSource,
  decide: (changes: readonly StandardChange[]) => NewStandardChange,
  now: Date,
): Promise<StandardChange> =>
  records.transaction(async (at) => {
    await at.query('SELECT pg_advisory_xact_lock($1)', [CHANGE_LOCK]);
    const changes = at.getRepository(StandardChange);
    return changes.save(changes.create({ ...decide(await changes.find({ order: { id: 'ASC' } })), madeAt: now }));
  });
