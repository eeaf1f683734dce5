import { because, NotFound } from '@evenhand/domain';
import { type DataSource, In, IsNull } from 'typeorm';
import { DataIncident, type IncidentKind } from './entities/data-incident';

/** An incident as others read it: instants as ISO text. */
export interface Incident extends Omit<DataIncident, 'openedAt' | 'closedAt'> {
  readonly openedAt: string;
  readonly closedAt: string | null;
}

/** What stands of a feed: one for each stretch of days that is unknown. */
export type Episode = Pick<DataIncident, 'kind' | 'points' | 'fromDay' | 'toDay'> & { readonly message?: string };

/** Which incidents are compared with what stands. */
export interface EpisodesOf {
  readonly source: string;
  readonly entity: string;
  readonly kinds: readonly IncidentKind[];
}

const asIncident = ({ openedAt, closedAt, ...incident }: DataIncident): Incident => ({
  ...incident,
  openedAt: openedAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
});

const isSame = (incident: DataIncident, { kind, points, toDay, message }: Episode): boolean =>
  incident.kind === kind &&
  incident.toDay === toDay &&
  incident.message === (message ?? null) &&
  incident.points.length === points.length &&
  incident.points.every((point, index) => point === points[index]);

/**
 * Brings the incidents of a feed in line with what stands: a stretch that is not known opens one, a stretch that has ended
 * closes its own, and one that turned out to be none is closed where it began. The day on which a stretch begins names it.
 */
export async function settleIncidents(records: DataSource, of: EpisodesOf, episodes: readonly Episode[], now = new Date()): Promise<void> {
  const { source, entity, kinds } = of;
  await records.transaction(async (at) => {
    const incidents = at.getRepository(DataIncident);
    const known = await incidents.find({ where: { source, entity, kind: In([...kinds]) }, order: { id: 'ASC' } });
    for (const episode of episodes) {
      const same = known.find(({ fromDay }) => fromDay === episode.fromDay);
      if (same && isSame(same, episode)) continue;
      const { message, points, ...rest } = episode;
      const closedAt = episode.toDay === null ? null : (same?.closedAt ?? now);
      await incidents.save({
        ...(same ?? { source, entity, openedAt: now }),
        ...rest,
        points: [...points],
        message: message ?? null,
        closedAt,
      });
    }
    const gone = known.filter(({ closedAt, fromDay }) => closedAt === null && !episodes.some((episode) => episode.fromDay === fromDay));
    for (const incident of gone) await incidents.save({ ...incident, closedAt: now });
  });
}

/** Which incidents are wanted. */
export interface IncidentFilter {
  readonly isOpen?: boolean;
  readonly source?: string;
  /** Of the points that somebody sees: incidents that name one of them, and of each only these. */
  readonly points?: 'all' | readonly string[];
  readonly limit?: number;
}

/** What somebody sees of an incident: a cause that speaks of other points too is not told. */
const asSeen = (incident: Incident, seen: readonly string[]): Incident => {
  const points = incident.points.filter((point) => seen.includes(point));
  return { ...incident, points, message: points.length === incident.points.length ? incident.message : null };
};

/** The latest first, open ones before closed ones. */
export async function listIncidents(
  records: DataSource,
  { isOpen, source, points = 'all', limit = 200 }: IncidentFilter = {},
): Promise<Incident[]> {
  if (points !== 'all' && points.length === 0) return [];
  const query = records.getRepository(DataIncident).createQueryBuilder('incident');
  if (isOpen !== undefined) query.andWhere(isOpen ? 'incident.closed_at IS NULL' : 'incident.closed_at IS NOT NULL');
  if (source !== undefined) query.andWhere('incident.source = :source', { source });
  if (points !== 'all')
    query.andWhere('EXISTS (SELECT 1 FROM jsonb_array_elements_text(incident.points) AS named WHERE named IN (:...points))', { points });
  const found = await query
    .orderBy('incident.closed_at IS NULL', 'DESC')
    .addOrderBy('incident.from_day', 'DESC')
    .addOrderBy('incident.id', 'DESC')
    .limit(limit)
    .getMany();
  const all = found.map(asIncident);
  return points === 'all' ? all : all.map((incident) => asSeen(incident, points));
}

/** @throws {NotFound} */
export async function findIncident(records: DataSource, id: number): Promise<Incident> {
  const incident = await records.getRepository(DataIncident).findOneBy({ id });
  if (!incident) throw new NotFound(`There is no incident ${id}.`, because('no_incident', { incident: id }));
  return asIncident(incident);
}

/** How many last. */
export const countOpenIncidents = (records: DataSource): Promise<number> =>
  records.getRepository(DataIncident).countBy({ closedAt: IsNull() });
