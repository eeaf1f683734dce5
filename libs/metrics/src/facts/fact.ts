import type { Dimension, Grain } from '@evenhand/domain';
import type { Sql } from '@evenhand/warehouse';

/** The kinds of case of which the feeds tell. */
export type ToldEntity =
  | ('ticket' | 'dossier' | 'dossier_event' | 'rating' | 'shift')
  | ('survey_answer' | 'unit_task' | 'staff_posting' | 'activity_count' | 'published_score');

/** Kinds of case that follow from others: judged, cut into pieces, or added up. */
export type DerivedEntity =
  | 'queue_slot'
  | 'visit'
  | 'rated_ticket'
  | 'judged_rating'
  | 'survey_form'
  | 'staffed'
  | 'work'
  | 'point_slot'
  | 'officer_day'
  | 'posting_day'
  | 'room_day'
  | 'overtime';

export type Entity = ToldEntity | DerivedEntity;

export type ColumnType = 'text' | 'instant' | 'day' | 'number' | 'duration_ms';

/** A column shown when somebody asks for the rows behind a figure. */
export interface DetailColumn {
  readonly id: string;
  readonly type: ColumnType;
}

/** Dimensions that a fact answers with one of its own columns. */
export type CodeDimension = Exclude<Dimension, Grain | 'ward' | 'branch' | 'weekday' | 'half_hour'>;

/** A table of cases: which day each belongs to and by what it can be broken down. */
export interface Fact {
  readonly entity: Entity;
  readonly table: string;
  /** The day on which a case's clock starts, unless a metric counts by another. */
  readonly day: string;
  readonly columns: Readonly<Partial<Record<CodeDimension, string>>>;
  /** Half-hours since midnight in the city's zone, 0…47; `null` where the fact has none. */
  readonly halfHour: ((zone: Sql) => Sql) | null;
  readonly detail: readonly DetailColumn[];
  /** How its rows follow from those of other facts; the rows of `table` unless given. */
  readonly derived?: (rows: (fact: Fact) => Sql) => Sql;
  /** Told of now and then: a day without any says nothing about the feed. */
  readonly isToldRarely?: true;
  /** Makes the order of the rows behind a figure complete. */
  readonly order: readonly string[];
  /** Columns that stay as they were first told, each with the day cut from it. */
  readonly keepFirst?: readonly { readonly column: string; readonly day: string }[];
}

/** Every fact can be cut by place and by day. */
const ALWAYS: readonly Dimension[] = ['ward', 'branch', 'weekday', 'day', 'week', 'month'];

/** Whether the fact can be broken down and filtered by the dimension. */
export const has = (fact: Fact, dimension: Dimension): boolean =>
  ALWAYS.includes(dimension) || dimension in fact.columns || (dimension === 'half_hour' && fact.halfHour !== null);

/** The columns of all facts that say where a row came from. */
export const ORIGIN: readonly DetailColumn[] = [
  { id: 'source', type: 'text' },
  { id: 'file', type: 'text' },
  { id: 'line', type: 'number' },
];

/** Columns of one type, in order. */
export const columnsOf = (type: ColumnType, ...ids: readonly string[]): DetailColumn[] => ids.map((id) => ({ id, type }));
