import { randomFrom, type Random } from '@evenhand/statistics';
import { assess } from './assess';
import { type DayScatter, dayEffectOf, type Standing, standingOf } from './standing';

/**
 * A hundred thousand months of equal points: 22 days of 41 cases, every day by a coin bad or good, when 24 % or 8 % of its
 * cases are hits. Cities of 400, as they are compared.
 */
const CITIES = 250;
const POINTS = 400;
const DAYS = 22;
const CASES = 41;
const SHARE = 0.16;

/** Shares of days with at most so many hits, from none on. */
function cumulated(rate: number): readonly number[] {
  let [chance, sum] = [(1 - rate) ** CASES, 0];
  return Array.from({ length: CASES + 1 }, (_, hits) => {
    sum += chance;
    chance *= ((CASES - hits) / (hits + 1)) * (rate / (1 - rate));
    return sum;
  });
}
const KINDS = [cumulated(0.5 * SHARE), cumulated(1.5 * SHARE)] as const;

function hitsOfDay(random: Random): number {
  const shares = KINDS[random.below(2) === 0 ? 0 : 1];
  const drawn = random.share();
  const found = shares.findIndex((share) => drawn < share);
  return found < 0 ? CASES : found;
}

function cityOf(random: Random): readonly Standing[] {
  const months = Array.from({ length: POINTS }, (_, index): DayScatter => {
    const hits = Array.from({ length: DAYS }, () => hitsOfDay(random));
    const amount = hits.reduce((sum, one) => sum + one, 0);
    const [n, amounts] = [DAYS * CASES, hits.reduce((sum, one) => sum + one * one, 0)];
    return { point: `P${index}`, days: DAYS, n, amount, squares: amount, amounts, products: amount * CASES, sizes: n * CASES };
  });
  const dayEffect = dayEffectOf(months);
  return months.flatMap(({ point, n, amount }) => {
    const cells = { point, n, amount, expected: n * SHARE, variance: n * SHARE * (1 - SHARE) };
    return standingOf(cells, { kind: 'share' }, dayEffect) ?? [];
  });
}

it('of equal points with good and bad days two in a thousand lie outside the limits of 99.8 %, and five in a hundred outside those of 95 %', () => {
  const random = randomFrom(766);
  let [beyond, outside, looks] = [0, 0, 0];
  for (let city = 0; city < CITIES; city++) {
    const { points } = assess(cityOf(random), { scale: { kind: 'share' }, direction: 'down' });
    looks += points.length;
    beyond += points.filter(({ funnel }) => funnel === 'beyond_review').length;
    outside += points.filter(({ funnel }) => funnel !== 'inside').length;
  }
  expect(looks).toBe(CITIES * POINTS);
  // At most 200 of 100 000 are promised; the ordinary differences that are found where there are none keep some of them inside.
  expect(beyond / looks).toBeGreaterThan(0.001);
  expect(beyond / looks).toBeLessThan(0.0022);
  expect(outside / looks).toBeGreaterThan(0.045);
  expect(outside / looks).toBeLessThan(0.055);
});
