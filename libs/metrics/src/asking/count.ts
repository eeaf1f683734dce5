import type { Question } from '@evenhand/domain';
import type { Sql } from '@evenhand/warehouse';
import { compile } from '../compile/compile';
import type { Asked } from '../compile/draft';
import type { Part } from '../compile/part';
import { type Counted, countedRows } from '../counted';
import type { ResultRow } from '../results';
import type { SheetsOfState } from '../sheets/sheets';
import { MOST_ROWS, tooManyRows } from './statement-runs';

/** Runs a statement; `isHeavy` when it reads every row of what may be years. */
export type Run = (statement: Sql, isHeavy?: boolean) => Promise<readonly ResultRow[]>;

/** Counts one part of a question. */
export type Count = (asked: Asked) => Promise<Counted>;

// What was asked exactly, or of an earlier instant, reads the rows themselves however many they are.
const isHeavy = ({ exact, asOf }: Question, { from }: Part): boolean => from === 'raw' && (exact || asOf !== undefined);

interface Counting {
  readonly rows: Run;
  readonly sheets: SheetsOfState | null;
  readonly holdsEach: boolean;
}

/** Counts from what is held in memory where that adds up to the answer; the engine counts everything else. */
export const countBy =
  ({ rows, sheets, holdsEach }: Counting): Count =>
  async (asked) => {
    const { part, question } = asked;
    const held = await sheets?.count(part, { ...asked, holdsEach });
    if (!held) return countedRows(await rows(compile(asked), isHeavy(question, part)), question.by);
    // The engine refuses such an answer by itself.
    if (held.keys.size > MOST_ROWS) throw tooManyRows(MOST_ROWS);
    return held;
  };
