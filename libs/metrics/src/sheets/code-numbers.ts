/** Numbers codes in the order in which they are met, so that sheets can hold them side by side. */
export class CodeNumbers {
  private readonly numbers = new Map<string, number>();
  private readonly codes: string[] = [];

  constructor(met: readonly string[] = []) {
    for (const code of met) this.of(code);
  }

  get size(): number {
    return this.codes.length;
  }

  /** The number of a code; the next free one for a code that nobody has met. */
  of(code: string): number {
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    this.numbers.set(code, this.codes.length);
    return this.codes.push(code) - 1;
  }

  /** All codes by their numbers. */
  all(): readonly string[] {
    return this.codes;
  }
}
