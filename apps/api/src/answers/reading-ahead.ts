import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { wholeCity } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { LOG, type Logger, NOW, type Now } from '../connections';
import { firstQuestions } from './first-questions';

const LOOK_EVERY_MS = 1_000;
/** Nobody has asked for so long: a page asks all at once, and somebody who clicks does it again sooner. */
const QUIET_MS = 400;
/** So long after its start a server has other things to do. */
const START_MS = 1_500;
const PAUSE_MS = 5;
const CLOSING_MS = 2_000;

/**
 * Reads in quiet moments what is likely to be asked next: after the start and after each change of the data what most people look
 * at first, then the other months of whatever was asked, so that days nobody asked about before are found in memory. One small piece at a time; whoever
 * asks goes first.
 */
@Injectable()
export class ReadingAhead implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private askedAt = performance.now() + START_MS;
  private reading: Promise<void> | undefined;
  private isClosing = false;
  private isOver = false;
  /** So many of the first questions have been asked of this state of the data. */
  private asked = 0;
  private askedOf = '';

  constructor(
    private readonly metrics: MetricAnswers,
    @Inject(NOW) private readonly now: Now,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => (this.reading ??= this.readOn().finally(() => (this.reading = undefined))), LOOK_EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.timer);
    // An engine that says nothing must not keep the server.
    await Promise.race([this.reading, wait(CLOSING_MS, undefined, { ref: false })]);
  }

  /** Says that somebody asks. */
  noteAsking(): void {
    this.askedAt = performance.now();
    this.isOver = false;
  }

  /** Whether there is nothing left to read of what was asked lately. */
  get isDone(): boolean {
    return this.isOver;
  }

  private get isQuiet(): boolean {
    return !this.isClosing && performance.now() - this.askedAt > QUIET_MS;
  }

  private async readOn(): Promise<void> {
    try {
      if (this.isQuiet && !(await this.metrics.isLarge())) return void (this.isOver = true);
      if (this.isQuiet) await this.askFirst();
      while (this.isQuiet) {
        if (!(await this.metrics.readAhead())) return void (this.isOver = this.isQuiet);
        // Whatever has come in meanwhile is heard before the next piece.
        await wait(PAUSE_MS);
      }
    } catch (error) {
      this.log.warn({ event: 'reading ahead', cause: error instanceof Error ? error.message : String(error) });
      this.askedAt = performance.now();
    }
  }

  private async askFirst(): Promise<void> {
    const version = await this.metrics.dataVersion();
    if (version !== this.askedOf) [this.askedOf, this.asked, this.isOver] = [version, 0, false];
    const questions = firstQuestions(this.now().toISOString().slice(0, 10));
    for (const question of questions.slice(this.asked)) {
      if (!this.isQuiet) return;
      this.asked++;
      await this.metrics.answer(question, wholeCity);
    }
  }
}
