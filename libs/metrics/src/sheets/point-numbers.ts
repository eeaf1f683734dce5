/** Numbers points in the order in which they are met, so that sheets can hold them side by side. */
export class PointNumbers {
  private readonly numbers = new Map<string, number>();
  private readonly codes: string[] = [];

  get size(): number {
    return this.codes.length;
  }

  /** The number of a point; the next free one for a point that nobody has met. */
  of(code: string): number {
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    this.numbers.set(code, this.codes.length);
    return this.codes.push(code) - 1;
  }

  /** All points by their numbers. */
  all(): readonly string[] {
    return this.codes;
  }
}
