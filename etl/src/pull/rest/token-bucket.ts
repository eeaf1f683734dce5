import { setTimeout as wait } from 'node:timers/promises';

/** Lets so many requests a second go, and a few at once after a pause. */
export class TokenBucket {
  private tokens: number;
  private filledAt = performance.now();

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {
    this.tokens = burst;
  }

  /** Resolves when the next request may go. */
  async take(): Promise<void> {
    const at = performance.now();
    this.tokens = Math.min(this.burst, this.tokens + ((at - this.filledAt) / 1000) * this.perSecond) - 1;
    this.filledAt = at;
    // A debt is a place in the queue: whoever comes next waits longer.
    if (this.tokens < 0) await wait((-this.tokens / this.perSecond) * 1000);
  }
}
