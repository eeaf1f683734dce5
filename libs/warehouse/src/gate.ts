import { AsyncLocalStorage } from 'node:async_hooks';

/** How long a swap stood before the gate, and how long the gate was closed to readers. */
export interface Exclusion {
  readonly waitedMs: number;
  readonly closedMs: number;
}

/** Marks what runs inside the gate; what a reading leaves running behind itself is outside again. */
interface Stay {
  isOver: boolean;
}

/**
 * Readers pass together; a swap passes alone. Whoever comes while a swap waits stands behind it, so that readers who never
 * stop coming cannot keep it out. A reader who asks again inside its own reading is let through at once.
 */
export class Gate {
  private readonly inside = new AsyncLocalStorage<Stay>();
  private readers = 0;
  private whenEmpty: (() => void) | undefined;
  /** Settles when the swap at the gate has passed; swaps pass one after the other. */
  private closed: Promise<void> | undefined;

  /** Runs a reading: all that it asks belongs to one state of the data. */
  async read<Result>(reading: () => Promise<Result>): Promise<Result> {
    if (this.inside.getStore()?.isOver === false) return reading();
    while (this.closed) await this.closed;
    this.readers++;
    try {
      return await this.stay(reading);
    } finally {
      this.readers--;
      if (this.readers === 0) this.whenEmpty?.();
    }
  }

  private async stay<Result>(job: () => Promise<Result>): Promise<Result> {
    const stay: Stay = { isOver: false };
    try {
      return await this.inside.run(stay, job);
    } finally {
      stay.isOver = true;
    }
  }

  /** Runs a swap while no reading is under way; what the swap itself reads passes. */
  async exclude(swap: () => Promise<void>): Promise<Exclusion> {
    const arrived = performance.now();
    while (this.closed) await this.closed;
    let open = (): void => undefined;
    this.closed = new Promise<void>((opened) => (open = opened));
    try {
      if (this.readers > 0) await new Promise<void>((empty) => (this.whenEmpty = empty));
      const started = performance.now();
      await this.stay(swap);
      return { waitedMs: started - arrived, closedMs: performance.now() - started };
    } finally {
      this.whenEmpty = undefined;
      this.closed = undefined;
      open();
    }
  }
}
