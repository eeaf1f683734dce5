import type { MatterCause } from '@evenhand/domain';
import { type DataSource, In } from 'typeorm';
import { type CareContent, MatterCare } from '../entities/matter-care';

/** Which matter. */
export interface Matter {
  readonly cause: MatterCause;
  readonly point: string;
}

const NOTHING: CareContent = { owner: '', dueOn: null, offUntil: null, reason: '' };

/** Decisions come one after the other. */
const CARE_LOCK = 7_338_263;

/** What was decided about the matters of these points, by point and cause. */
export const caresOf = (records: DataSource, points: 'all' | readonly string[]): Promise<MatterCare[]> =>
  records.getRepository(MatterCare).find({
    where: points === 'all' ? {} : { point: In([...points]) },
    order: { point: 'ASC', cause: 'ASC' },
  });

/** Decides something about a matter; the parts that are left out stay. Says what stood before. */
export const decideMatter = (
  records: DataSource,
  matter: Matter,
  part: Partial<CareContent>,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<{ readonly before: CareContent; readonly after: MatterCare }> =>
  records.transaction(async (at) => {
    await at.query('SELECT pg_advisory_xact_lock($1)', [CARE_LOCK]);
    const cares = at.getRepository(MatterCare);
    const { cause, point } = matter;
    const found = await cares.findOneBy({ cause, point });
    const before = found ?? NOTHING;
    const { owner, dueOn, offUntil, reason } = { ...before, ...part };
    const after: MatterCare = { cause, point, owner, dueOn, offUntil, reason, by, changedAt: now, version: (found?.version ?? 0) + 1 };
    await cares.upsert(after, ['cause', 'point']);
    return { before, after };
  });
