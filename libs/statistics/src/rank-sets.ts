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

/** Standard normal draws, `units` of them for each draw of chance, and the places of each draw's from the largest to the smallest. */
interface Drawn {
  readonly normals: Float64Array;
  readonly largestFirst: Uint32Array;
}

/** Rankings of as many units share their draws; so many of them are kept, none of them larger. */
const MOST_KEPT = 8;
const MOST_NUMBERS = 200_000;
const kept = new Map<string, Drawn>();

function drawnBy(seed: number, units: number, draws: number): Drawn {
  const name = `${seed} ${units} ${draws}`;
  const known = kept.get(name);
  if (known) return known;
  const normal = normalsFrom(randomFrom(seed));
  const normals = Float64Array.from({ length: units * draws }, normal);
  const largestFirst = new Uint32Array(units * draws);
  for (let start = 0; start < normals.length; start += units) {
    const sizes = normals.subarray(start, start + units).map(Math.abs);
    const places = Uint32Array.from(sizes, (_, place) => place).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
    largestFirst.set(places, start);
  }
  const drawn = { normals, largestFirst };
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  if (normals.length <= MOST_NUMBERS) kept.set(name, drawn);
  return drawn;
}

/**
 * For one draw of chance, how far each unit lies from the unit that it is furthest from, in standard errors of the difference.
 * No two units lie further apart than √(z² + z′²) (Cauchy and Schwarz), so that those with the largest draws decide, and the
 * others need not be looked at.
 */
function furthest(errors: Float64Array, normals: Float64Array, largestFirst: Uint32Array): Float64Array {
  const moved = normals.map((z, unit) => z * (errors[unit] ?? 0));
  return normals.map((z, one) => {
    const [here, error] = [moved[one] ?? 0, errors[one] ?? 0];
    let most = 0;
    for (let place = 0; place < largestFirst.length; place++) {
      const other = largestFirst[place] ?? 0;
      const reach = normals[other] ?? 0;
      if (z * z + reach * reach <= most) break;
      const [apart, otherError] = [here - (moved[other] ?? 0), errors[other] ?? 0];
      const away = (apart * apart) / (error * error + otherError * otherError);
      if (away > most) most = away;
    }
    return Math.sqrt(most);
  });
}

/** The critical distance of each unit by parametric bootstrap. */
function distances(errors: Float64Array, { seed, draws = USUAL_DRAWS, level = USUAL_LEVEL, promise = 'each' }: RankSetting): Float64Array {
  const units = errors.length;
  const { normals, largestFirst } = drawnBy(seed, units, draws);
  const ofUnit = new Float64Array(units * draws);
  const ofAll = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const [start, end] = [draw * units, (draw + 1) * units];
    furthest(errors, normals.subarray(start, end), largestFirst.subarray(start, end)).forEach((most, unit) => {
      ofUnit[unit * draws + draw] = most;
      if (most > (ofAll[draw] ?? 0)) ofAll[draw] = most;
    });
  }
  const critical = (values: Float64Array): number => quantile(values.sort(), level) ?? Infinity;
  if (promise === 'all') return new Float64Array(units).fill(critical(ofAll));
  return errors.map((_, unit) => critical(ofUnit.subarray(unit * draws, (unit + 1) * draws)));
}

/**
 * The places each unit can have in a ranking from the highest value down, as far as chance allows to say. Wide sets mean
 * that the ranking is no information. Source: M. Mogstad, J. P. Romano, A. Shaikh, D. Wilhelm, Review of Economic Studies
 * 91 (2024) 476–518.
 */
export function rankSets(estimates: readonly Estimate[], setting: RankSetting): RankSet[] {
  checkLevel(setting.level ?? USUAL_LEVEL);
  const values = Float64Array.from(estimates, ({ value }) => value);
  const errors = Float64Array.from(estimates, ({ standardError }) => standardError);
  const critical = distances(errors, setting);
  return estimates.map(({ value, standardError }, one) => {
    const limit = (critical[one] ?? Infinity) ** 2;
    let [above, below] = [0, 0];
    for (let other = 0; other < values.length; other++) {
      const [apart, error] = [(values[other] ?? 0) - value, errors[other] ?? 0];
      if (!(apart * apart > limit * (standardError * standardError + error * error))) continue;
      if (apart > 0) above++;
      else below++;
    }
    return { best: 1 + above, worst: estimates.length - below };
  });
}
