import { because, InvalidQuery } from '@evenhand/domain';
import { findIncident, type Incident } from '@evenhand/records';
import type { Stores } from '../stores';
import { judgeStandingFeeds } from './judge-standing-feeds';

/**
 * Declares that what an incident calls too little is what these points send since its first day: they are judged by what
 * came from then on.
 */
export async function acceptVolume(stores: Pick<Stores, 'warehouse' | 'records' | 'city'>, id: number, now: Date): Promise<Incident> {
  const { source, entity, kind, points, fromDay } = await findIncident(stores.records, id);
  if (kind !== 'thin')
    throw new InvalidQuery(
      'id',
      `Incident ${id} is ${kind}; only a thin feed can be accepted as the new volume.`,
      because('not_a_thin_feed', { incident: id }),
    );
  const declared = new Set([...points, '']);
  await stores.warehouse.insert(
    'feed_restart',
    [...declared].map((point) => ({ source, entity, point_code: point, day: fromDay, declared_at: now.toISOString() })),
  );
  await judgeStandingFeeds(stores, now);
  return findIncident(stores.records, id);
}
