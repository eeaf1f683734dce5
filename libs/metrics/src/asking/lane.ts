/** Lets so many jobs run at once; the others wait their turn in the order in which they came. */
export class Lane {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly width: number) {}

  async run<Result>(job: () => Promise<Result>): Promise<Result> {
    if (this.running < this.width) this.running++;
    else await new Promise<void>((called) => this.waiting.push(called));
    try {
      return await job();
    } finally {
      const next = this.waiting.shift();
      // The place passes on to whoever is next.
      if (next) next();
      else this.running--;
    }
  }
}
