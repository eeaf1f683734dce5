import { literal, sql, type Sql } from '@evenhand/warehouse';
import type { Entity } from './fact';

/** The instant up to which the feeds of an entity have told us what happened; NULL before the first load. */
export const knownUntil = (entity: Entity): Sql =>
  sql`(SELECT maxOrNull(latest_at) FROM known_until FINAL WHERE entity = ${literal(entity)})`;
