import type { CityMeasure, Interval, Label, Standard, UnevennessMeasure, Unit, Value } from '@evenhand/domain';
import {
  bootstrapInterval,
  type Estimate,
  explainedByMix,
  giniWithin,
  normalsOf,
  profiledSpread,
  quantile,
  realSpread,
  theilOf,
  theilSplit,
  twoSidedZ,
  USUAL_LEVEL,
  variationWithin,
} from '@evenhand/statistics';
import { LEAST_POINTS } from './assess';
import { differenceText, figureText } from './figure-text';
import { realSpreadOf, unitDeviations } from './scatter';
import type { Standing } from './standing';
import { MEASURE_LABELS, MIX_LABELS, REASONS, spreadLabel } from './wording';

/** Stored nowhere because it never changes: the same data give the same figures. */
const SEED = 20_240_102;
const Z = twoSidedZ(USUAL_LEVEL);

/** A point with the figure by which the city is judged. */
export interface PointFigure {
  readonly point: string;
  readonly figure: number;
  readonly n: number;
  readonly error: number;
  readonly branch: string | undefined;
}

export const without = (reason: Label, label: Label): CityMeasure => ({ value: null, interval: null, byChance: null, reason, label });
const measured = (value: number, label: Label, interval: Interval | null = null, byChance: Interval | null = null): CityMeasure => ({
  ...{ value, interval, byChance, reason: null, label },
});

const ascendingFigures = (units: readonly { readonly figure: number }[]): number[] =>
  units.map(({ figure }) => figure).sort((a, b) => a - b);

/** The tenths of the figures, each point counting once. */
export function tenthsOf(figures: ArrayLike<number>): Interval | null {
  const [low, high] = [quantile(figures, 0.1), quantile(figures, 0.9)];
  return low === null || high === null ? null : { low, high };
}

type Ascending = ArrayLike<number>;

const rangeWithin = (ascending: Ascending): number => {
  const tenths = tenthsOf(ascending);
  return tenths === null ? 0 : tenths.high - tenths.low;
};
/** How many times the lower tenth goes into the upper; without end where the lower one is nothing. */
const ratioWithin = (ascending: Ascending): number => {
  const tenths = tenthsOf(ascending);
  return tenths === null || tenths.low <= 0 ? Infinity : tenths.high / tenths.low;
};

/** What is measured of the figures of all points, each point counting once. */
const WITHIN = {
  range: rangeWithin,
  gini: (ascending) => giniWithin(ascending) ?? 0,
  variation: (ascending) => variationWithin(ascending) ?? 0,
  tenths_ratio: ratioWithin,
} as const satisfies Partial<Record<UnevennessMeasure, (ascending: Ascending) => number>>;
type Within = keyof typeof WITHIN;

const eachWithin = <Result>(make: (name: Within) => Result): Record<Within, Result> => ({
  ...{ range: make('range'), gini: make('gini') },
  ...{ variation: make('variation'), tenths_ratio: make('tenths_ratio') },
});

/** Figures of all points, as chance alone would move them if each had that of the city. */
function drawnByChance({ units, city, draws }: Pick<Spreading, 'units' | 'city' | 'draws'>): readonly Float64Array[] {
  const normals = normalsOf(SEED, draws * units.length);
  const errors = Float64Array.from(units, ({ error }) => error);
  return Array.from({ length: draws }, (_, draw) =>
    errors.map((error, at) => Math.max(0, city + error * (normals[draw * errors.length + at] ?? 0))),
  );
}

/** Where 95 of 100 values lie; `null` where chance knows no end. */
function bandOf(values: readonly number[]): Interval | null {
  const ascending = values.toSorted((a, b) => a - b);
  const band = { low: quantile(ascending, 0.025) ?? 0, high: quantile(ascending, 0.975) ?? 0 };
  return Number.isFinite(band.high) ? band : null;
}

/** What each would be by chance alone. */
function byChanceAlone(spreading: Spreading): Record<Within, Interval | null> {
  const drawn = drawnByChance(spreading).map((figures) => figures.sort());
  return eachWithin((name) => bandOf(drawn.map((ascending) => WITHIN[name](ascending))));
}

interface Spreading {
  readonly units: readonly PointFigure[];
  readonly city: number;
  readonly unit: Unit;
  /** False for shares that should be high, of which relative indices tell nothing. */
  readonly isRelative: boolean;
  readonly draws: number;
}

const rangeLabel = (range: number, unit: Unit): Label => {
  const size = differenceText(range, unit);
  return {
    vi: `Tám phần mười số điểm ở giữa hơn kém nhau không quá ${size.vi} (P10–P90).`,
    en: `The middle eight tenths of the points lie within ${size.en} (P10–P90).`,
  };
};

const ratioLabel = (ratio: number): Label => {
  const times = figureText(ratio, 'count');
  return {
    vi: `Điểm ở mức P90 gấp ${times.vi} lần điểm ở mức P10.`,
    en: `The point at P90 has ${times.en} times as much as the one at P10.`,
  };
};

const variationLabel = (variation: number): Label => {
  const share = figureText(Math.round(variation * 100) / 100, 'share');
  return {
    vi: `Các điểm lệch khỏi mức trung bình của chúng khoảng ${share.vi} (độ lệch chuẩn).`,
    en: `Points lie about ${share.en} of their mean away from it (standard deviation).`,
  };
};

/**
 * The distance between the tenths, and what tells how uneven figures are relative to their size, each with what chance alone
 * would make.
 */
export function spreadMeasures(spreading: Spreading): Record<Within, CityMeasure> {
  const { units, unit, isRelative } = spreading;
  if (units.length < LEAST_POINTS) return eachWithin((name) => without(REASONS.few_points, MEASURE_LABELS[name]));
  const ascending = ascendingFigures(units);
  const chance = byChanceAlone(spreading);
  const labels: Record<Within, (value: number) => Label> = {
    ...{ range: (range) => rangeLabel(range, unit), gini: () => MEASURE_LABELS.gini },
    ...{ variation: variationLabel, tenths_ratio: ratioLabel },
  };
  const isNothing = ascending.every((figure) => figure === 0);
  return eachWithin((name) => {
    if (name !== 'range' && !isRelative) return without(REASONS.bounded_share, MEASURE_LABELS[name]);
    if (name !== 'range' && isNothing) return without(REASONS.no_cases, MEASURE_LABELS[name]);
    const value = WITHIN[name](ascending);
    return Number.isFinite(value)
      ? measured(value, labels[name](value), null, chance[name])
      : without(REASONS.nothing_at_foot, MEASURE_LABELS[name]);
  });
}

/** How much points really differ. */
export function realSpreadMeasure(standings: readonly Standing[], unit: Unit): CityMeasure {
  const real = standings.length < LEAST_POINTS ? null : realSpreadOf(standings);
  return real === null
    ? without(REASONS.few_points, MEASURE_LABELS.real_spread)
    : measured(real.value, spreadLabel(real.value, unit), real.interval);
}

/** What Theil's T would be by chance alone. */
function theilByChance(spreading: Spreading): Interval | null {
  const drawn = drawnByChance(spreading).map((figures) => spreading.units.map(({ n }, at) => ({ value: figures[at] ?? 0, weight: n })));
  return bandOf(drawn.map((units) => theilOf(units) ?? 0));
}

/** Theil's T by cases, in what lies within branches and between them. */
export function theilMeasures(spreading: Spreading): Record<'theil' | 'theil_within' | 'theil_between', CityMeasure> {
  const { units, isRelative } = spreading;
  const known = units.filter(({ branch }) => branch);
  const placed = known.map(({ figure, n, branch }) => ({ value: figure, weight: n, group: branch ?? '' }));
  const refuse = (reason: Label) => ({
    theil: without(reason, MEASURE_LABELS.theil),
    theil_within: without(reason, MEASURE_LABELS.theil_within),
    theil_between: without(reason, MEASURE_LABELS.theil_between),
  });
  if (!isRelative) return refuse(REASONS.bounded_share);
  if (units.length < LEAST_POINTS) return refuse(REASONS.few_points);
  if (placed.length === 0) return refuse(REASONS.no_branches);
  const split = theilSplit(placed);
  if (split === null) return refuse(REASONS.no_cases);
  const share = Math.round((100 * split.between) / split.total);
  const between =
    split.total > 0
      ? { vi: `${share} % chênh lệch là giữa các chi nhánh.`, en: `${share} % of the differences lie between branches.` }
      : MEASURE_LABELS.theil_between;
  return {
    theil: measured(split.total, MEASURE_LABELS.theil, null, theilByChance({ ...spreading, units: known })),
    theil_within: measured(split.within, MEASURE_LABELS.theil_within),
    theil_between: measured(split.between, between),
  };
}

const DRAWS = 200;

/** How far a point lies from what is expected of it, as it is and with the work of the city. */
interface Pair {
  readonly crude: Estimate;
  readonly adjusted: Estimate;
}

const apart = ({ place, expectedPlace, error }: Standing): Estimate => ({ value: place - expectedPlace, standardError: error });

function explainedIn(pairs: readonly Pair[]): number | null {
  const [crude, adjusted] = [realSpread(pairs.map(({ crude }) => crude)), realSpread(pairs.map((pair) => pair.adjusted))];
  return crude === null || adjusted === null ? null : explainedByMix(crude, adjusted);
}

function mixLabel(value: number, interval: Interval | null): Label {
  if (interval === null || (interval.low < 0 && interval.high > 0)) return MIX_LABELS.cannot_tell;
  if (value < 0) return MIX_LABELS.hides;
  const percent = Math.round(100 * value);
  return {
    vi: `Khoảng ${percent} % chênh lệch giữa các điểm là do loại công việc; phần còn lại do cách tổ chức của điểm.`,
    en: `About ${percent} % of the differences between points come from what people come for; the rest is how the point works.`,
  };
}

/** Which part of the real differences comes from what people come for; below 0 when that was hiding some. */
export function mixMeasure(crude: readonly Standing[], adjusted: readonly Standing[]): CityMeasure {
  const others = new Map(adjusted.map((standing) => [standing.point, standing]));
  const pairs = crude.flatMap((standing) => {
    const other = others.get(standing.point);
    return other ? [{ crude: apart(standing), adjusted: apart(other) }] : [];
  });
  if (pairs.length < LEAST_POINTS) return without(REASONS.few_points, MEASURE_LABELS.explained_by_mix);
  const value = explainedIn(pairs);
  if (value === null) return without(REASONS.no_real_spread, MEASURE_LABELS.explained_by_mix);
  const interval = bootstrapInterval(pairs, (drawn) => explainedIn(drawn) ?? NaN, { seed: SEED, draws: DRAWS });
  const label = mixLabel(value, interval);
  return measured(value, label, interval);
}

/** How far the city is from the standard; above 0 when it misses it. */
export function standardMeasure({ value, interval }: Value, standard: Standard | null, unit: Unit): CityMeasure {
  if (standard === null) return without(REASONS.no_standard, MEASURE_LABELS.gap_to_standard);
  if (value === null) return without(REASONS.no_cases, MEASURE_LABELS.gap_to_standard);
  const sign = standard.comparison === 'at_most' ? 1 : -1;
  const gap = sign * (value - standard.value);
  const ends = interval && [interval.low, interval.high].map((end) => sign * (end - standard.value)).sort((a, b) => a - b);
  const size = differenceText(Math.abs(gap), unit);
  const label =
    gap > 0
      ? { vi: `Thành phố còn cách tiêu chuẩn ${size.vi}.`, en: `The city misses the standard by ${size.en}.` }
      : { vi: `Thành phố đạt tiêu chuẩn, dư ${size.vi}.`, en: `The city meets the standard with ${size.en} to spare.` };
  return measured(gap, label, ends && { low: ends[0] ?? gap, high: ends[1] ?? gap });
}

/** How far the worst tenth lies from the city, its points counting by their cases. */
export function worstTenthMeasure(worst: readonly PointFigure[], city: number, unit: Unit, standings: readonly Standing[]): CityMeasure {
  const n = worst.reduce((sum, one) => sum + one.n, 0);
  if (n === 0)
    return without(standings.length < LEAST_POINTS ? REASONS.few_points : REASONS.no_real_spread, MEASURE_LABELS.worst_tenth_gap);
  const gap = worst.reduce((sum, one) => sum + one.n * one.figure, 0) / n - city;
  const spread = (Z * Math.sqrt(worst.reduce((sum, one) => sum + (one.n * one.error) ** 2, 0))) / n;
  const size = differenceText(Math.abs(gap), unit);
  const label = {
    vi: `${worst.length} điểm kém nhất cách mức của thành phố ${size.vi}.`,
    en: `The ${worst.length} points of the worst tenth lie ${size.en} from the city.`,
  };
  return measured(gap, label, { low: gap - spread, high: gap + spread });
}

/** How much the real spread has changed between two periods, the points of both drawn again together. */
export function spreadChange(first: readonly Standing[], last: readonly Standing[], label: Label): CityMeasure {
  const later = new Map(last.map((standing) => [standing.point, standing]));
  const pairs = first.flatMap((standing) => {
    const other = later.get(standing.point);
    return other ? [{ then: standing, now: other }] : [];
  });
  if (pairs.length < LEAST_POINTS) return without(REASONS.few_points, label);
  const tau = (standings: readonly Standing[]): number => profiledSpread(unitDeviations(standings)) ?? NaN;
  const change = (drawn: typeof pairs): number => tau(drawn.map(({ now }) => now)) - tau(drawn.map(({ then }) => then));
  const interval = bootstrapInterval(pairs, (drawn) => change([...drawn]), { seed: SEED, draws: DRAWS });
  return measured(change(pairs), label, interval);
}
