import { wallName } from '@evenhand/warehouse';
import { KeptByWeight } from './kept-by-weight';

/** How much is remembered. */
export interface Memory<Result> {
  /** So much of all results together; one result counts one unless weighed. */
  readonly most: number;
  readonly weightOf?: (result: Result) => number;
  /** A result that weighs more is not worth keeping. */
  readonly mostEach?: number;
}

/**
 * Makes each result once for each state of the data: its name tells the state. What was made within a wall is for those within
 * the same alone.
 */
export class Remembered<Result> {
  private readonly kept: KeptByWeight<Promise<Result>>;

  constructor(private readonly memory: Memory<Result>) {
    this.kept = new KeptByWeight(memory.most, memory.mostEach);
  }

  /** The result of that name, made where nobody has asked for it; one that failed is made again. */
  async get(asked: string, make: () => Promise<Result>): Promise<Result> {
    const name = `${wallName()} ${asked}`;
    const known = this.kept.get(name);
    if (known) return known;
    const making = make();
    this.kept.set(name, making);
    try {
      const result = await making;
      if (this.memory.weightOf) this.kept.set(name, making, this.memory.weightOf(result));
      return result;
    } catch (error) {
      this.kept.delete(name);
      throw error;
    }
  }
}
