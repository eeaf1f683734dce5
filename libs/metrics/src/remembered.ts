import { wallName } from '@evenhand/warehouse';

/**
 * Makes each result once for each state of the data: its name tells the state. What was made within a wall is for those within
 * the same alone.
 */
export class Remembered<Result> {
  private readonly kept = new Map<string, Promise<Result>>();

  constructor(
    private readonly most: number,
    private readonly isWorthKeeping: (result: Result) => boolean = () => true,
  ) {}

  /** The result of that name, made where nobody has asked for it; one that failed is made again. */
  async get(asked: string, make: () => Promise<Result>): Promise<Result> {
    const name = `${wallName()} ${asked}`;
    const result = this.kept.get(name) ?? make();
    // Whatever was asked last stays longest.
    this.kept.delete(name);
    this.kept.set(name, result);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    try {
      const made = await result;
      if (!this.isWorthKeeping(made)) this.kept.delete(name);
      return made;
    } catch (error) {
      this.kept.delete(name);
      throw error;
    }
  }
}
