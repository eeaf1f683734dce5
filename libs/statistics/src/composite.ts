/** What counts as nothing and as everything of an indicator, set by policy: no new worst point moves the others. */
export interface Goalposts {
  readonly low: number;
  readonly high: number;
}

/** The place of a value between its goalposts, from 0 to 1. */
export const between = (value: number, { low, high }: Goalposts): number => Math.min(1, Math.max(0, (value - low) / (high - low)));

/** No indicator that is missed altogether makes all others worthless. */
const FLOOR = 0.01;

/**
 * The weighted geometric mean of shares: what is lost in one indicator is not made up for by as much in another. `null`
 * without any weight. Source: United Nations Development Programme, Human Development Report 2020, technical note 1.
 */
export function geometricMean(shares: readonly { readonly share: number; readonly weight?: number }[]): number | null {
  const weight = shares.reduce((sum, one) => sum + (one.weight ?? 1), 0);
  if (!(weight > 0)) return null;
  return Math.exp(shares.reduce((sum, one) => sum + (one.weight ?? 1) * Math.log(Math.max(FLOOR, one.share)), 0) / weight);
}
