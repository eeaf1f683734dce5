import { identifier, join, literal, sql, type Sql } from '@evenhand/warehouse';
import type { Entity } from './fact';

/** Whose feeds tell of an entity: a step of a dossier is news of the dossier. */
const TELLERS: Readonly<Record<Entity, readonly Entity[]>> = {
  ticket: ['ticket'],
  dossier: ['dossier', 'dossier_event'],
  dossier_event: ['dossier_event'],
  rating: ['rating'],
  shift: ['shift'],
};

const tellersOf = (entity: Entity): Sql => join(TELLERS[entity].map(literal), ', ');

/** The instant up to which the feeds of an entity have told us what happened; NULL before the first load. */
export const knownUntil = (entity: Entity): Sql =>
  sql`(SELECT maxOrNull(latest_at) FROM known_until FINAL WHERE entity IN (${tellersOf(entity)}))`;

/** The same for several entities, a column each. */
export const knownUntilEach = (entities: readonly Entity[]): Sql =>
  sql`SELECT ${join(
    entities.map((entity) => sql`maxOrNullIf(latest_at, entity IN (${tellersOf(entity)})) AS ${identifier(entity)}`),
    ', ',
  )} FROM known_until FINAL`;

/** The same for the source of each row: another source knowing more says nothing about this one. 1970 before the first load. */
export const toldUntil = (entity: Entity): Sql =>
  sql`(SELECT CAST((groupArray(toString(source)), groupArray(latest_at)), 'Map(String, DateTime64(3, \\'UTC\\'))') FROM known_until FINAL WHERE entity = ${literal(entity)})[toString(source)]`;
