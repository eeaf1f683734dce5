interface Weighed<Value> {
  readonly value: Value;
  readonly weight: number;
}

/**
 * Values by name, up to a weight in all: what was asked for longest ago goes first. A value that weighs more than `mostEach` is not
 * kept, so that one of them does not drive out everything else.
 */
export class KeptByWeight<Value> {
  private readonly kept = new Map<string, Weighed<Value>>();
  private weight = 0;

  constructor(
    private readonly most: number,
    private readonly mostEach = most,
  ) {}

  /** The value of that name, which stays longest from now on. */
  get(name: string): Value | undefined {
    const found = this.kept.get(name);
    if (!found) return undefined;
    this.kept.delete(name);
    this.kept.set(name, found);
    return found.value;
  }

  /** Keeps a value in place of whatever had its name. */
  set(name: string, value: Value, weight = 1): void {
    this.delete(name);
    if (weight > this.mostEach) return;
    this.kept.set(name, { value, weight });
    this.weight += weight;
    for (const oldest of this.kept.keys()) {
      if (this.weight <= this.most) return;
      this.delete(oldest);
    }
  }

  delete(name: string): void {
    this.weight -= this.kept.get(name)?.weight ?? 0;
    this.kept.delete(name);
  }
}
