const MOST_RESULTS = 100;

/** Makes each result once for each state of the data. A comparison of a city is some thirty milliseconds of arithmetic. */
export class Remembered<Result> {
  private readonly kept = new Map<string, Promise<Result>>();

  /** The result of that name, made where nobody has asked for it; one that failed is made again. */
  async get(name: string, make: () => Promise<Result>): Promise<Result> {
    const result = this.kept.get(name) ?? make();
    // Whatever was asked last stays longest.
    this.kept.delete(name);
    this.kept.set(name, result);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_RESULTS && oldest !== undefined) this.kept.delete(oldest);
    try {
      return await result;
    } catch (error) {
      this.kept.delete(name);
      throw error;
    }
  }
}
