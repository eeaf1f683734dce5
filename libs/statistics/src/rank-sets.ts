import { checkLevel, type Level, USUAL_LEVEL } from './bounds';
import { probit } from './normal';
import { quantile } from './quantile';
import { randomFrom } from './random';
import type { Estimate } from './real-spread';

/** Which places of a ranking are possible, 1 being the highest value. */
export interface RankSet {
  readonly best: number;
  readonly worst: number;
}

export interface RankSetting {
  readonly seed: number;
  readonly draws?: number;
  readonly level?: Level;
  /** `each`: the promise holds for every single place set. `all`: it holds for all of them together. */
  readonly promise?: 'each' | 'all';
}

const USUAL_DRAWS = 2_000;

const errorsOf = (estimates: readonly Estimate[]): number[] => estimates.map(({ standardError }) => standardError);

/** For one draw of chance, how far each unit lies from the unit that it is furthest from, in standard errors of the difference. */
function furthest(errors: readonly number[], draw: readonly number[]): number[] {
  return errors.map((error, one) => {
    let most = 0;
    for (let other = 0; other < errors.length; other++) {
      if (other === one) continue;
      const spread = Math.hypot(error, errors[other] ?? 0);
      if (spread > 0) most = Math.max(most, Math.abs((draw[one] ?? 0) - (draw[other] ?? 0)) / spread);
    }
    return most;
  });
}

/** The critical distance of each unit by parametric bootstrap. */
function distances(errors: readonly number[], { seed, draws = USUAL_DRAWS, level = USUAL_LEVEL, promise = 'each' }: RankSetting): number[] {
  const random = randomFrom(seed);
  const normal = (): number => probit(Math.max(random.share(), Number.MIN_VALUE));
  const drawn = Array.from({ length: draws }, () =>
    furthest(
      errors,
      errors.map((error) => error * normal()),
    ),
  );
  const critical = (values: readonly number[]): number =>
    quantile(
      values.toSorted((a, b) => a - b),
      level,
    ) ?? Infinity;
  if (promise === 'all') return errors.map(() => 0).fill(critical(drawn.map((all) => Math.max(...all))));
  return errors.map((_, unit) => critical(drawn.map((all) => all[unit] ?? 0)));
}

/**
 * The places each unit can have in a ranking from the highest value down, as far as chance allows to say. Wide sets mean
 * that the ranking is no information. Source: M. Mogstad, J. P. Romano, A. Shaikh, D. Wilhelm, Review of Economic Studies
 * 91 (2024) 476–518.
 */
export function rankSets(estimates: readonly Estimate[], setting: RankSetting): RankSet[] {
  checkLevel(setting.level ?? USUAL_LEVEL);
  const errors = errorsOf(estimates);
  const critical = distances(errors, setting);
  return estimates.map(({ value, standardError }, one) => {
    const isApart = (other: Estimate): boolean =>
      Math.abs(other.value - value) > (critical[one] ?? Infinity) * Math.hypot(standardError, other.standardError);
    const above = estimates.filter((other) => other.value > value && isApart(other)).length;
    const below = estimates.filter((other) => other.value < value && isApart(other)).length;
    return { best: 1 + above, worst: estimates.length - below };
  });
}
