/** What one point adds to a share or a mean in one month. */
export interface Contribution {
  /** A fixed part of the city: nobody who asks can choose who belongs to it. */
  readonly group: string;
  readonly month: string;
  readonly point: string;
  readonly n: number;
  /** The cases that a share counts, or the sum that a mean is of. */
  readonly amount: number;
}

/** Others of one group taken together over the months asked about. */
export interface GroupTotal {
  readonly group: string;
  readonly points: number;
  readonly n: number;
  readonly amount: number;
}

/** Fewer points, or fewer cases, would tell of single ones. */
export const LEAST_OTHERS = 5;
export const LEAST_TOGETHER = 30;
/** One point with more of it than this would be the figure. */
const MOST_OF_ONE = 0.5;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const isDominated = (values: readonly number[]): boolean => {
  const sum = sumOf(values.map(Math.abs));
  return sum > 0 && Math.max(...values.map(Math.abs)) > MOST_OF_ONE * sum;
};

function isSafe(others: readonly Contribution[]): boolean {
  const n = others.map((one) => one.n);
  const working = others.filter((one) => one.n > 0);
  return (
    new Set(working.map(({ point }) => point)).size >= LEAST_OTHERS &&
    sumOf(n) >= LEAST_TOGETHER &&
    !isDominated(n) &&
    !isDominated(others.map(({ amount }) => amount))
  );
}

function byAtom(contributions: readonly Contribution[]): ReadonlyMap<string, Contribution[]> {
  const atoms = new Map<string, Contribution[]>();
  for (const one of contributions) {
    const name = JSON.stringify([one.group, one.month]);
    const known = atoms.get(name);
    if (known) known.push(one);
    else atoms.set(name, [one]);
  }
  return atoms;
}

/**
 * What the other points come to, group by group. Groups and months are the atoms of everything that is ever told: an atom is told
 * whole or not at all, whatever is asked with it. So whatever somebody adds up or subtracts, every point of an atom counts alike
 * in the result, and none can be told from its neighbours. Law: exchanging two others of an atom changes no answer.
 */
export function safeGroups(contributions: readonly Contribution[], own: ReadonlySet<string>): readonly GroupTotal[] {
  const totals = new Map<string, Contribution[]>();
  for (const all of byAtom(contributions).values()) {
    const others = all.filter(({ point }) => !own.has(point));
    const [first] = others;
    if (first && isSafe(others)) totals.set(first.group, [...(totals.get(first.group) ?? []), ...others]);
  }
  return [...totals]
    .map(([group, all]) => ({
      group,
      points: new Set(all.filter(({ n }) => n > 0).map(({ point }) => point)).size,
      n: sumOf(all.map(({ n }) => n)),
      amount: sumOf(all.map(({ amount }) => amount)),
    }))
    .toSorted((one, other) => (one.group < other.group ? -1 : 1));
}
