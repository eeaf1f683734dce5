import { Injectable } from '@nestjs/common';
import type { Question } from '@evenhand/domain';
import { KeptByWeight } from '@evenhand/metrics';
import { wallName } from '@evenhand/warehouse';

const MOST_BYTES = 32_000_000;

/** A question that a page holds the answer of, and the name under which its last good answer is kept. */
export interface AnsweredQuestion {
  readonly name: string;
  readonly question: Question;
}

/** A page as it is sent. */
export interface SentPage {
  readonly gzip: Buffer;
  readonly answered: readonly AnsweredQuestion[];
  readonly questions: number;
  readonly rows: number;
  /** Whether every question was answered from one state of the data, so that the page holds for whoever asks the same of it. */
  readonly isWhole: boolean;
}

/**
 * Pages as they were sent. A name says everything a page depends on: the state of the data, what its asker may see, and what was
 * asked; one made within a wall is for those within it alone. What was asked for longest ago goes first.
 */
@Injectable()
export class KeptPages {
  private readonly kept = new KeptByWeight<SentPage>(MOST_BYTES);
  private readonly making = new Map<string, Promise<SentPage>>();

  /** The page of that name; made once for all who ask for it at the same moment. One that is not whole is everybody's own. */
  async of(asked: string, make: () => Promise<SentPage>): Promise<SentPage> {
    const name = `${wallName()} ${asked}`;
    const kept = this.kept.get(name);
    if (kept) return kept;
    const others = this.making.get(name);
    if (!others) return this.made(name, make);
    const page = await others;
    return page.isWhole ? page : make();
  }

  private async made(name: string, make: () => Promise<SentPage>): Promise<SentPage> {
    const making = make();
    this.making.set(name, making);
    try {
      const page = await making;
      if (page.isWhole) this.kept.set(name, page, bytesOf(name, page));
      return page;
    } finally {
      this.making.delete(name);
    }
  }
}

/** The questions of a page are written about thrice: in its own name, in theirs, and as values. */
const bytesOf = (name: string, { gzip }: SentPage): number => gzip.byteLength + 3 * name.length;
