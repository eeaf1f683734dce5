import { checkLevel, type Level, USUAL_LEVEL } from './bounds';
import { normalsFrom } from './normal-draws';
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

/** 1 over the standard error of the difference of each pair, row by row; 0 where both are known exactly. */
function nearness(errors: readonly number[]): Float64Array {
  const k = errors.length;
  const inverse = new Float64Array(k * k);
  errors.forEach((error, one) =>
    errors.forEach((other, two) => {
      const spread = Math.hypot(error, other);
      inverse[one * k + two] = spread > 0 ? 1 / spread : 0;
    }),
  );
  return inverse;
}

/** For one draw of chance, how far each unit lies from the unit that it is furthest from, in standard errors of the difference. */
function furthest(inverse: Float64Array, draw: Float64Array, most: Float64Array): void {
  const k = draw.length;
  most.fill(0);
  for (let one = 0; one < k; one++) {
    const here = draw[one] ?? 0;
    let mine = most[one] ?? 0;
    for (let other = one + 1; other < k; other++) {
      const apart = here - (draw[other] ?? 0);
      const away = (apart < 0 ? -apart : apart) * (inverse[one * k + other] ?? 0);
      if (away > mine) mine = away;
      if (away > (most[other] ?? 0)) most[other] = away;
    }
    most[one] = mine;
  }
}

/** The critical distance of each unit by parametric bootstrap. */
function distances(errors: readonly number[], { seed, draws = USUAL_DRAWS, level = USUAL_LEVEL, promise = 'each' }: RankSetting): number[] {
  const normal = normalsFrom(randomFrom(seed));
  const inverse = nearness(errors);
  const draw = new Float64Array(errors.length);
  const drawn = Array.from({ length: draws }, () => {
    errors.forEach((error, unit) => (draw[unit] = error * normal()));
    const most = new Float64Array(errors.length);
    furthest(inverse, draw, most);
    return most;
  });
  const critical = (values: readonly number[]): number => quantile([...Float64Array.from(values).sort()], level) ?? Infinity;
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
