import type { Label } from '@evenhand/domain';
import type { Column, DerivedColumn } from './column';
import type { Law } from './law';

/** Entities that a source can fill; each is a table of facts of the same name. */
export const ENTITIES = [
  'ticket',
  'dossier',
  'dossier_event',
  'ticket_event',
  'rating',
  'shift',
  'count_of_record',
  'petition',
  'incident',
  'intervention',
  'survey_answer',
  'premises',
  'staff_posting',
  'training',
  'activity_count',
  'system_hour',
  'inquiry',
  'point_setting',
  'unit_task',
  'published_score',
  'dossier_copy',
] as const;
export type EntityName = (typeof ENTITIES)[number];

/** A column that keeps the first value ever told for a case, and the day cut from it. */
export interface KeptColumn {
  readonly column: string;
  readonly day: string;
}

/** All there is to say about an entity: what may be told, what is derived, which case a record is about, which laws hold. */
export interface EntityContract {
  readonly entity: EntityName;
  readonly label: Label;
  readonly columns: readonly Column[];
  readonly derived: readonly DerivedColumn[];
  /** With the source's name, these say which case a record is about. */
  readonly identity: readonly string[];
  /** The day of the city's zone by which the table is partitioned. */
  readonly cohortDay: string;
  /** A correction does not change these once they are known. */
  readonly keepFirst: readonly KeptColumn[];
  /** Instants up to which a record proves that its source was listening: SQL, possibly null. */
  readonly tells: (zone: string) => readonly string[];
  readonly laws: readonly Law[];
}
