import { literal, sql, type Sql } from '@evenhand/warehouse';
import type { Entity } from './fact';

/** The instant up to which the feeds of an entity have told us what happened; NULL before the first load. */
export const knownUntil = (entity: Entity): Sql =>
  sql`(SELECT maxOrNull(latest_at) FROM known_until FINAL WHERE entity = ${literal(entity)})`;

/** The same for the source of each row: another source knowing more says nothing about this one. 1970 before the first load. */
export const toldUntil = (entity: Entity): Sql =>
  sql`(SELECT CAST((groupArray(toString(source)), groupArray(latest_at)), 'Map(String, DateTime64(3, \\'UTC\\'))') FROM known_until FINAL WHERE entity = ${literal(entity)})[toString(source)]`;
