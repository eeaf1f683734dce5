import type { CasesRequest } from '../rows-behind';

/** What a figure leaves out is asked. */
export interface ExcludedRequest extends CasesRequest {
  /** The instant that was asked about, also where no case was told of since: quarantine may be another than it was. */
  readonly heldAt?: string | undefined;
}

/** Rows of the same days and of the asker's points that a figure does not rest on, and why. */
export interface Excluded {
  /**
   * `not_a_case`: the definition leaves them out; `filtered_out`: the question's filters do; `received_later`, `ended_before`:
   * not open at the moment of a stock; `same_case`: counted once with another record; `quarantined`: they broke a law of their
   * contract; `withdrawn`: their source took them back.
   */
  readonly why: 'not_a_case' | 'filtered_out' | 'received_later' | 'ended_before' | 'same_case' | 'quarantined' | 'withdrawn';
  readonly entity: string;
  /** The outcome or status of rows that are no cases, the law that quarantined ones broke; empty where nothing more is known. */
  readonly detail: string;
  readonly rows: number;
}
