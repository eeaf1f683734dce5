import { checkLevel, type Level, USUAL_LEVEL } from './bounds';
import { madeOnce } from './made-once';
import { MOST_NUMBERS_KEPT, normalsOf } from './normal-draws';
import { quantile } from './quantile';
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

/** Standard normal draws, `units` of them for each draw of chance, and each draw's places and squares from the largest to the smallest. */
interface Drawn {
  readonly normals: Float64Array;
  readonly largestFirst: Uint32Array;
  readonly largestSquares: Float64Array;
}

/** Rankings of as many units share their draws; so many of them are kept. */
const MOST_KEPT = 8;
const kept = madeOnce<Drawn>(MOST_KEPT, ({ normals }) => normals.length <= MOST_NUMBERS_KEPT);

function drawnBy(seed: number, units: number, draws: number): Drawn {
  const normals = normalsOf(seed, units * draws);
  const [largestFirst, largestSquares] = [new Uint32Array(units * draws), new Float64Array(units * draws)];
  for (let start = 0; start < normals.length; start += units) {
    const squares = normals.subarray(start, start + units).map((z) => z * z);
    const places = Uint32Array.from(squares, (_, place) => place).sort((a, b) => (squares[b] ?? 0) - (squares[a] ?? 0));
    largestFirst.set(places, start);
    largestSquares.set(squares.sort().reverse(), start);
  }
  return { normals, largestFirst, largestSquares };
}

/**
 * How far each unit lies from the unit that it is furthest from, in standard errors of the difference, unit by unit in each draw
 * of chance. No two units lie further apart than √(z² + z′²) (Cauchy and Schwarz), so that those with the largest draws decide,
 * and the others need not be looked at.
 */
function furthest(errors: Float64Array, { normals, largestFirst, largestSquares }: Drawn): Float64Array {
  const units = errors.length;
  const found = new Float64Array(normals.length);
  const [moved, variances] = [new Float64Array(units), new Float64Array(units)];
  for (let start = 0; start < normals.length; start += units) {
    for (let place = 0; place < units; place++) {
      const [unit, error] = [largestFirst[start + place] ?? 0, errors[largestFirst[start + place] ?? 0] ?? 0];
      moved[place] = (normals[start + unit] ?? 0) * error;
      variances[place] = error * error;
    }
    for (let one = 0; one < units; one++) {
      const [z, error] = [normals[start + one] ?? 0, errors[one] ?? 0];
      const [here, square, variance] = [z * error, z * z, error * error];
      let most = 0;
      for (let place = 0; place < units && square + (largestSquares[start + place] ?? 0) > most; place++) {
        const apart = here - (moved[place] ?? 0);
        const together = variance + (variances[place] ?? 0);
        if (apart * apart > most * together) most = (apart * apart) / together;
      }
      found[start + one] = Math.sqrt(most);
    }
  }
  return found;
}

/** The values, none below 0, from the place of a quantile on in ascending order; what lies below is not put in order, and left at 0. */
function largestInOrder(values: Float64Array, share: number): Float64Array {
  const ordered = new Float64Array(values.length);
  const first = Math.floor((values.length - 1) * share);
  for (const value of values) {
    if (value <= (ordered[first] ?? Infinity)) continue;
    let place = first;
    for (; place + 1 < ordered.length && (ordered[place + 1] ?? 0) < value; place++) ordered[place] = ordered[place + 1] ?? 0;
    ordered[place] = value;
  }
  return ordered;
}

/** The critical distance of each unit by parametric bootstrap. */
function distances(errors: Float64Array, { seed, draws = USUAL_DRAWS, level = USUAL_LEVEL, promise = 'each' }: RankSetting): Float64Array {
  const units = errors.length;
  const found = furthest(
    errors,
    kept(`${seed} ${units} ${draws}`, () => drawnBy(seed, units, draws)),
  );
  const critical = (values: Float64Array): number => quantile(largestInOrder(values, level), level) ?? Infinity;
  const inDraw = (draw: number): Float64Array => found.subarray(draw * units, (draw + 1) * units);
  if (promise === 'all') {
    const ofAll = Float64Array.from({ length: draws }, (_, draw) => inDraw(draw).reduce((most, one) => Math.max(most, one), 0));
    return new Float64Array(units).fill(critical(ofAll));
  }
  const own = new Float64Array(draws);
  return errors.map((_, unit) => {
    for (let draw = 0; draw < draws; draw++) own[draw] = found[draw * units + unit] ?? 0;
    return critical(own);
  });
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
