import { GROUPS_766, type Ground766, type Group766, type Level766, type PointsRange } from '@evenhand/domain';
import type { Indicator766, Version766 } from './index-766';

/** What an indicator counts. For 5.4 `met` are the dossiers less those overdue and those disliked. */
export interface Counted766 {
  /** Cases that meet it for sure. */
  readonly met: number;
  /** All cases, also those of which nobody knows. */
  readonly of: number;
  /** Cases of which nobody knows whether they meet it. */
  readonly unsaid?: number;
  /** What the ratio is multiplied by, as far as that is known; 1 unless given. */
  readonly factor?: PointsRange;
  /** True when somebody stated the figures instead of a feed telling the cases. */
  readonly isStated?: boolean;
}

/** What was measured, by the indicator's id; absent or `null` where nobody knows. */
export type Measured766 = Readonly<Record<string, Counted766 | null | undefined>>;

/** Points are as far known as their bounds: the lower when every unknown case misses, the upper when it meets. */
export interface IndicatorScore {
  readonly indicator: Indicator766;
  readonly ground: Ground766;
  readonly counted: Counted766 | null;
  readonly points: PointsRange;
}

export interface Score766 {
  readonly version: string;
  readonly indicators: readonly IndicatorScore[];
  readonly groups: Readonly<Record<Group766, PointsRange>>;
  readonly total: PointsRange;
  /** Points that do not depend on what was done: they make communes look more alike than they are. */
  readonly given: number;
}

const ALL: PointsRange = { low: 1, high: 1 };

function check({ met, of, unsaid = 0 }: Counted766, id: string): void {
  if (!(met >= 0 && unsaid >= 0 && met + unsaid <= of + 1e-9))
    throw new RangeError(`Indicator ${id} counts ${met}${unsaid > 0 ? ` and ${unsaid} unknown` : ''} of ${of}, which is no share`);
}

/** Points rise in a straight line up to the ratio that brings all of them. Source: Decision 766/QĐ-TTg, article 2. */
export const pointsFor = ({ max, fullAt }: Pick<Indicator766, 'max' | 'fullAt'>, ratio: number): number =>
  Math.min(max, (max * ratio) / fullAt);

function pointsOf(indicator: Indicator766, { met, of, unsaid = 0, factor = ALL }: Counted766): PointsRange {
  return { low: pointsFor(indicator, (met / of) * factor.low), high: pointsFor(indicator, ((met + unsaid) / of) * factor.high) };
}

const sure = (points: number): PointsRange => ({ low: points, high: points });

function scoreOf(indicator: Indicator766, counted: Counted766 | null, level: Level766): IndicatorScore {
  const { id, max, asksCommunes, whenNothing } = indicator;
  if (level === 'commune' && !asksCommunes) return { indicator, ground: 'not_asked', counted, points: sure(max) };
  const unknown: IndicatorScore = { indicator, ground: 'unknown', counted, points: { low: 0, high: max } };
  if (counted === null) return unknown;
  check(counted, id);
  if (counted.of > 0) return { indicator, ground: counted.isStated ? 'stated' : 'measured', counted, points: pointsOf(indicator, counted) };
  if (whenNothing === 'unknown') return unknown;
  return { indicator, ground: 'nothing_to_measure', counted, points: sure(whenNothing === 'full' ? max : 0) };
}

const sumOf = (scores: readonly IndicatorScore[]): PointsRange => ({
  low: scores.reduce((sum, { points }) => sum + points.low, 0),
  high: scores.reduce((sum, { points }) => sum + points.high, 0),
});

/** Scores a unit under one version of the definitions. Throws RangeError for a count that is no share. */
export function score766({ version, indicators }: Version766, measured: Measured766, level: Level766): Score766 {
  const scores = indicators.map((indicator) => scoreOf(indicator, measured[indicator.id] ?? null, level));
  const inGroup = (group: Group766): IndicatorScore[] => scores.filter((score) => score.indicator.group === group);
  const groups = Object.fromEntries(GROUPS_766.map((group) => [group, sumOf(inGroup(group))])) as Record<Group766, PointsRange>; // one entry for each
  const given = scores.filter(({ ground }) => ground === 'not_asked' || ground === 'nothing_to_measure');
  return { version, indicators: scores, groups, total: sumOf(scores), given: given.reduce((sum, { points }) => sum + points.low, 0) };
}

/** What one indicator still has to give. */
export interface Gain766 {
  readonly indicator: Indicator766;
  /** Points lost for sure: cases of which nobody knows are not counted as lost. */
  readonly lost: number;
  /** Cases that bring them all back. */
  readonly cases: number;
  /** Points that one more case brings. */
  readonly perCase: number;
  /** The next point, or what is lost where that is less, and the cases that bring it. */
  readonly next: { readonly points: number; readonly cases: number };
}

function gainOf({ indicator, counted, points, ground }: IndicatorScore): Gain766[] {
  const lost = indicator.max - points.high;
  if ((ground !== 'measured' && ground !== 'stated') || counted === null || lost <= 1e-9) return [];
  const { met, of, unsaid = 0, factor = ALL } = counted;
  const perCase = (indicator.max * factor.high) / of / indicator.fullAt;
  const missed = of - met - unsaid;
  // A factor below 1 puts the last points out of reach of any case.
  const cases = perCase <= 0 ? missed : Math.min(missed, Math.ceil(lost / perCase - 1e-9));
  const next = Math.min(1, lost, cases * perCase);
  if (cases <= 0 || perCase <= 0) return [];
  return [{ indicator, lost, cases, perCase, next: { points: next, cases: Math.ceil(next / perCase - 1e-9) } }];
}

/** Where the next point is cheapest: the indicators with points lost, most points per case first. */
export const cheapestPoints = ({ indicators }: Pick<Score766, 'indicators'>): Gain766[] =>
  indicators.flatMap(gainOf).sort((a, b) => b.perCase - a.perCase);

/** Grades as they are commonly stated; the decision's own wording was not at hand, so a city may set others. */
export const BANDS_766 = [
  { from: 90, label: { vi: 'Xuất sắc', en: 'Excellent' } },
  { from: 80, label: { vi: 'Tốt', en: 'Good' } },
  { from: 70, label: { vi: 'Khá', en: 'Fair' } },
  { from: 50, label: { vi: 'Trung bình', en: 'Average' } },
  { from: 0, label: { vi: 'Yếu', en: 'Weak' } },
] as const;
export type Band766 = (typeof BANDS_766)[number];

/** The grade of a total; `null` while unknown indicators could still change it. */
export function bandOf({ low, high }: PointsRange, bands: readonly Band766[] = BANDS_766): Band766 | null {
  const at = (points: number): Band766 | undefined => bands.find(({ from }) => points >= from - 1e-9);
  const lowest = at(low);
  return lowest && lowest === at(high) ? lowest : null;
}
