import type { AlikePoints, Answer, NoValueReason, SingleValue } from '../answer';
import type { ComparedWith, Dimension } from '../question';
import type { TimeRange } from '../time-range';
import type { Column } from './column';

/** The media type under which answers are asked for and sent in columns. */
export const COLUMNS_TYPE = 'application/vnd.evenhand.columns+json';

/** Columns of those rows around them that have any; without `in` all have. Rows are counted from 0. */
export type Some<Columns> = Columns & { readonly in?: readonly number[] | undefined };

/** Bounds by column; both are null in rows without. */
export interface IntervalColumns {
  readonly low: Column<number | null>;
  readonly high: Column<number | null>;
}

/** Figures by column; intervals are null where no row has one. */
export interface SingleColumns extends Record<keyof SingleValue, unknown> {
  readonly value: Column<number | null>;
  readonly reason: Column<NoValueReason | null>;
  readonly n: Column<number | null>;
  readonly cases: Column<number | null>;
  readonly interval: IntervalColumns | null;
  readonly bounds: IntervalColumns | null;
  readonly coverage: Column<number | null>;
  readonly asOf: Column<string | null>;
  readonly version: Column<number>;
  readonly from: Column<SingleValue['from']>;
  readonly approximate: Column<boolean>;
}

/** What figures are held against, by column. */
export interface AgainstColumns {
  readonly of: Column<TimeRange>;
  /** `null` where no row has one. */
  readonly now: Some<SingleColumns> | null;
  readonly range: Column<TimeRange>;
  readonly sameWeekdays: Column<boolean>;
  readonly value: SingleColumns;
  readonly difference: Column<number | null>;
  readonly interval: IntervalColumns | null;
  readonly alike?: Column<AlikePoints | null> | undefined;
}

export interface ValueColumns extends SingleColumns {
  readonly against?: Some<{ readonly each: Readonly<Partial<Record<ComparedWith, Some<AgainstColumns>>>> }> | undefined;
}

/** An answer with one list for each thing that its rows say, instead of one object for each row. */
export interface AnswerColumns extends Pick<Answer, 'question' | 'untold'> {
  /** How many rows the answer has. */
  readonly rows: number;
  readonly key: Readonly<Partial<Record<Dimension, Column<string | null>>>>;
  readonly values: Readonly<Record<string, Some<ValueColumns>>>;
}
