import type { Label } from '@evenhand/domain';

/**
 * How the text of a source becomes a value. `code`: one of few short texts; `text`: any text; `instant`: a moment;
 * `day`: a calendar day; `whole`: an integer; `money`: an amount; `yes_no`: 0 or 1; `pseudonym`: a member of staff, stored as
 * a keyed hash of what the source calls them; `contact`: a number or address of a citizen, stored as a keyed hash.
 */
export type ColumnKind = 'code' | 'text' | 'instant' | 'day' | 'whole' | 'money' | 'yes_no' | 'pseudonym' | 'contact';

/** A column that a source may tell. */
export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly label: Label;
  /** A record without it goes to quarantine. */
  readonly required: boolean;
  /** The only values of a code. */
  readonly allowed?: readonly string[];
  /** Bounds of a whole number, both included. */
  readonly range?: readonly [number, number];
  /** SQL over `told_…` columns, used where the source says nothing. */
  readonly otherwise?: string;
  /** The source may write the name of such a place instead of its code. */
  readonly place?: 'point' | 'ward';
  /** A text that is shown as it is told: a number of a person in it is refused. */
  readonly isShown?: boolean;
}

/** A column computed from the others: SQL over column names, with the zone as a literal where a day is cut. */
export interface DerivedColumn {
  readonly name: string;
  readonly sql: (zone: string) => string;
}

type Details = Partial<Pick<Column, 'required' | 'allowed' | 'range' | 'otherwise' | 'place' | 'isShown'>>;

const column =
  (kind: ColumnKind) =>
  (name: string, vi: string, en: string, details: Details = {}): Column => ({
    name,
    kind,
    label: { vi, en },
    required: false,
    ...details,
  });

export const code = column('code');
export const text = column('text');
export const instant = column('instant');
export const day = column('day');
export const whole = column('whole');
export const money = column('money');
export const yesNo = column('yes_no');
export const pseudonym = column('pseudonym');
export const contact = column('contact');

/** Marks a column without which a record cannot be counted. */
export const required: Details = { required: true };
