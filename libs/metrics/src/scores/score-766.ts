import { GROUPS_766, type Group766, type Indicator766, type Version766 } from './index-766';

/** What an indicator counts: so many of so many. For 5.4 `of` are dossiers and `met` those neither overdue nor disliked. */
export interface Counted766 {
  readonly met: number;
  readonly of: number;
}

/** What was measured, by the indicator's id; absent or `null` where nobody knows. */
export type Measured766 = Readonly<Record<string, Counted766 | null | undefined>>;

/** Who is scored: communes get all points of what is not asked of them. */
export type Level766 = 'province' | 'commune';

/** Whether points were earned by cases, given because nothing was to be measured, given because it is not asked, or unknown. */
export type Ground766 = 'measured' | 'nothing_to_measure' | 'not_asked' | 'unknown';

export interface IndicatorScore {
  readonly indicator: Indicator766;
  readonly ground: Ground766;
  readonly counted: Counted766 | null;
  /** `null` when unknown. */
  readonly points: number | null;
}

/** Points as far as they are known: `low` when every unknown indicator brings nothing, `high` when it brings all. */
export interface Points {
  readonly low: number;
  readonly high: number;
}

export interface Score766 {
  readonly version: string;
  readonly indicators: readonly IndicatorScore[];
  readonly groups: Readonly<Record<Group766, Points>>;
  readonly total: Points;
  /** Points that do not depend on what was done: they make communes look more alike than they are. */
  readonly given: number;
}

function check({ met, of }: Counted766, id: string): void {
  if (!(met >= 0 && met <= of)) throw new RangeError(`Indicator ${id} counts ${met} of ${of}, which is no share`);
}

/** Points rise in a straight line up to the ratio that brings all of them. Source: Decision 766/QĐ-TTg, article 2. */
export const pointsFor = ({ max, fullAt }: Indicator766, { met, of }: Counted766): number => Math.min(max, (max * met) / of / fullAt);

function scoreOf(indicator: Indicator766, counted: Counted766 | null, level: Level766): IndicatorScore {
  const { id, max, asksCommunes, whenNothing } = indicator;
  if (level === 'commune' && !asksCommunes) return { indicator, ground: 'not_asked', counted, points: max };
  if (counted === null) return { indicator, ground: 'unknown', counted, points: null };
  check(counted, id);
  if (counted.of > 0) return { indicator, ground: 'measured', counted, points: pointsFor(indicator, counted) };
  if (whenNothing === 'unknown') return { indicator, ground: 'unknown', counted, points: null };
  return { indicator, ground: 'nothing_to_measure', counted, points: whenNothing === 'full' ? max : 0 };
}

const sumOf = (scores: readonly IndicatorScore[]): Points => ({
  low: scores.reduce((sum, { points }) => sum + (points ?? 0), 0),
  high: scores.reduce((sum, { points, indicator }) => sum + (points ?? indicator.max), 0),
});

/** Scores a unit under one version of the definitions. Throws RangeError for a count that is no share. */
export function score766({ version, indicators }: Version766, measured: Measured766, level: Level766): Score766 {
  const scores = indicators.map((indicator) => scoreOf(indicator, measured[indicator.id] ?? null, level));
  const inGroup = (group: Group766): IndicatorScore[] => scores.filter((score) => score.indicator.group === group);
  const groups = Object.fromEntries(GROUPS_766.map((group) => [group, sumOf(inGroup(group))])) as Record<Group766, Points>; // one entry for each
  const given = scores.filter(({ ground }) => ground === 'not_asked' || ground === 'nothing_to_measure');
  return { version, indicators: scores, groups, total: sumOf(scores), given: given.reduce((sum, { points }) => sum + (points ?? 0), 0) };
}

/** What one indicator still has to give. */
export interface Gain766 {
  readonly indicator: Indicator766;
  /** Points lost so far. */
  readonly lost: number;
  /** Cases that bring them all back. */
  readonly cases: number;
  /** Points that one more case brings. */
  readonly perCase: number;
}

/** Where the next point is cheapest: the indicators with points lost, most points per case first. */
export function cheapestPoints({ indicators }: Pick<Score766, 'indicators'>): Gain766[] {
  return indicators
    .flatMap(({ indicator, ground, counted, points }) => {
      if (ground !== 'measured' || counted === null || points === null || points >= indicator.max) return [];
      const cases = Math.ceil(indicator.fullAt * counted.of - 1e-9) - counted.met;
      return [{ indicator, lost: indicator.max - points, cases, perCase: pointsFor(indicator, { met: 1, of: counted.of }) }];
    })
    .sort((a, b) => b.perCase - a.perCase);
}

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
export function bandOf({ low, high }: Points, bands: readonly Band766[] = BANDS_766): Band766 | null {
  const at = (points: number): Band766 | undefined => bands.find(({ from }) => points >= from);
  const lowest = at(low);
  return lowest && lowest === at(high) ? lowest : null;
}
