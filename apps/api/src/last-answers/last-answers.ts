import { Inject, Injectable } from '@nestjs/common';
import type { Answer } from '@evenhand/domain';
import { figuresIn, KeptByWeight } from '@evenhand/metrics';
import { wallName, WarehouseError } from '@evenhand/warehouse';
import { NOW, type Now } from '../connections';

/** What is kept, some 16 MB: figures of answers, and other results as if they had so many, and more for each entry of their lists. */
const MOST_FIGURES = 40_000;
const MOST_FIGURES_EACH = 10_000;
const OF_OTHERS = 100;
const OF_ENTRIES = 5;
/** Whoever has an answer to look at need not wait longer for the next one. */
export const PATIENCE_MS = 6_000;

interface Kept {
  readonly result: unknown;
  readonly at: string;
}

/** An answer, and the instant it was given where it is not of this moment. */
export interface Given<Result> {
  readonly result: Result;
  /** `null` for an answer of this moment. */
  readonly staleSince: string | null;
}

const TOO_SLOW = Symbol('too slow');

/** What was made within a wall is for those within it alone. */
const within = (name: string): string => `${wallName()} ${name}`;

/**
 * The last good answer to each question, for the moments in which the warehouse cannot answer or takes too long. A question is
 * named by what was asked and what its asker may see, so that nobody gets an answer that was made for other eyes.
 */
@Injectable()
export class LastAnswers {
  private readonly kept = new KeptByWeight<Kept>(MOST_FIGURES, MOST_FIGURES_EACH);

  constructor(@Inject(NOW) private readonly now: Now) {}

  /** The answer, or else the last good one with its instant; without one, it waits and fails as the answer does. */
  async orLast<Result>(asked: string, answering: Promise<Result>): Promise<Given<Result>> {
    const name = within(asked);
    const fresh = answering.then((result) => {
      this.keep(name, result);
      return { result, staleSince: null };
    });
    const last = this.kept.get(name);
    if (!last) return fresh;
    // The name belongs to one question, so that its results are all of one kind.
    const stale = { result: last.result as Result, staleSince: last.at };
    let patience: NodeJS.Timeout | undefined;
    try {
      const tooSlow = new Promise<typeof TOO_SLOW>((over) => (patience = setTimeout(over, PATIENCE_MS, TOO_SLOW).unref()));
      const first = await Promise.race([fresh, tooSlow]);
      if (first !== TOO_SLOW) return first;
      fresh.catch(() => undefined);
      return stale;
    } catch (error) {
      if (error instanceof WarehouseError) return stale;
      throw error;
    } finally {
      clearTimeout(patience);
    }
  }

  /** Says of a kept answer that it is good at this moment as well. */
  renew(asked: string): void {
    const name = within(asked);
    const kept = this.kept.get(name);
    if (kept) this.keep(name, kept.result);
  }

  private keep(name: string, result: unknown): void {
    this.kept.set(name, { result, at: this.now().toISOString() }, isAnswer(result) ? figuresIn(result) : othersIn(result));
  }
}

/** As how many figures another result counts. */
function othersIn(result: unknown): number {
  const lists: readonly unknown[] = Array.isArray(result) ? [result] : Object.values(result ?? {});
  return lists.reduce<number>((figures, list) => figures + (Array.isArray(list) ? OF_ENTRIES * list.length : 0), OF_OTHERS);
}

/** Whether a result is an answer: its rows tell how much it holds. */
function isAnswer(result: unknown): result is Answer {
  const { rows, question } = (result ?? {}) as Partial<Answer>; // what is missing is undefined
  return Array.isArray(rows) && Array.isArray(question?.metrics);
}
