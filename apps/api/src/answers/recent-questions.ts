import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Question, Scope } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { behindThisWall } from '@evenhand/warehouse';
import { LOG, type Logger } from '../connections';

const MOST_QUESTIONS = 200;
const MINUTE = 60_000;
const REMEMBERED_FOR = 60 * MINUTE;
const LOOK_EVERY = 2_000;

interface Recent {
  readonly ask: () => Promise<unknown>;
  readonly askedAt: number;
}

/**
 * What people asked within the last hour. Once new data is published it is asked again, one question after the other, so that
 * whoever opens the page next does not wait for the engine. What reads every row is left to those who want it.
 */
@Injectable()
export class RecentQuestions implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly recent = new Map<string, Recent>();
  private timer: NodeJS.Timeout | undefined;
  private answeredIn = '';
  private asking: Promise<number> | undefined;
  private isClosing = false;

  constructor(
    private readonly metrics: MetricAnswers,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.askAgain(), LOOK_EVERY);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.timer);
    await this.asking;
  }

  /** Notes a question that was answered. */
  note(question: Question, scope: Scope, askedAt = Date.now()): void {
    if (question.exact || question.asOf !== undefined) return;
    this.noteAsking(JSON.stringify([question, scope]), () => this.metrics.answer(question, scope), askedAt);
  }

  /** Notes anything else that rests on the data, by a name that says what is asked. */
  noteAsking(name: string, ask: () => Promise<unknown>, askedAt = Date.now()): void {
    this.recent.delete(name);
    this.recent.set(name, { ask: behindThisWall(ask), askedAt });
    const [oldest] = this.recent.keys();
    if (this.recent.size > MOST_QUESTIONS && oldest !== undefined) this.recent.delete(oldest);
  }

  /** Asks again where the data has changed, the latest first; gives how many were answered. */
  async askAgain(now = Date.now()): Promise<number> {
    if (this.asking || this.recent.size === 0) return 0;
    this.asking = this.catchUp(now).catch((error: unknown) => {
      this.log.warn({ event: 'questions asked ahead', cause: error instanceof Error ? error.message : String(error) });
      return 0;
    });
    try {
      return await this.asking;
    } finally {
      this.asking = undefined;
    }
  }

  private async catchUp(now: number): Promise<number> {
    const version = await this.metrics.dataVersion();
    const isFirst = this.answeredIn === '';
    if (version === this.answeredIn) return 0;
    this.answeredIn = version;
    if (isFirst) return 0;
    let answered = 0;
    for (const [name, { ask, askedAt }] of [...this.recent].reverse()) {
      if (this.isClosing) break;
      if (now - askedAt > REMEMBERED_FOR) this.recent.delete(name);
      else {
        await ask();
        answered++;
      }
    }
    return answered;
  }
}
