import {
  because,
  type CitySettings,
  type CriterionNumber,
  type Day,
  InvalidQuery,
  type Label,
  type Points012,
  type PointsRange,
  type Scope,
  type StatedFigure,
} from '@evenhand/domain';
import type { Warehouse } from '@evenhand/warehouse';
import { askedOf, type PeriodAsked, type PeriodRequest } from '../reports/period-asked';
import { coverageByUnit } from '../reports/period-coverage';
import { checkUnits, unitCodes, type Units } from '../reports/units';
import { dossierCounts, noDossiers } from './dossier-counts';
import { feedsTold, type FeedsTold, type ScoreFeed } from './feed-counts';
import { NO_PETITIONS, petitionCounts } from './petition-counts';
import { agencyCounts, boardCounts, levelCounts, type LevelCounts } from './quarterly-counts';
import { CRITERIA, type Criterion, type EvaluationClass, type UnitLevel } from './quarterly-evaluation';
import { type EvidenceNumber, evidenceOf, possibleFacts, type QuarterCounts } from './quarterly-facts';
import { ANYTHING, classWithin, pointsPossible, type PossibleFacts } from './quarterly-known';

/** Which evaluation is wanted. */
export interface QuarterlyRequest extends PeriodRequest {
  readonly units: Units;
  /** What people stated, of any period. */
  readonly stated: readonly StatedFigure[];
}

/**
 * `stated`: people appraised it. `measured`: the data leave one number of points. `open`: they leave several, and people must
 * decide. `missing`: nothing is known.
 */
export const CRITERION_STATES = ['stated', 'measured', 'open', 'missing'] as const;
export type CriterionState = (typeof CRITERION_STATES)[number];

export interface CriterionAnswer {
  readonly number: CriterionNumber;
  readonly label: Label;
  readonly state: CriterionState;
  /** Those appraised, else what the data leave possible. */
  readonly points: PointsRange;
  /** What the data alone leave possible. */
  readonly byData: PointsRange;
  readonly appraised: Points012 | null;
  readonly selfScore: Points012 | null;
  /** The document of the appraisal. */
  readonly basis: string | null;
  /** True when the data leave the appraised points impossible. */
  readonly isContradicted: boolean;
  readonly evidence: readonly EvidenceNumber[];
}

export interface UnitEvaluation {
  /** `null` for all points together. */
  readonly unit: string | null;
  readonly criteria: readonly CriterionAnswer[];
  readonly total: PointsRange;
  /** `null` unless the unit scored every criterion itself. */
  readonly selfTotal: number | null;
  readonly class: EvaluationClass | null;
  /** Ratings of three levels; `null` without any. */
  readonly levels: Omit<LevelCounts, 'unit'> | null;
}

export interface QuarterlyEvaluations {
  readonly from: Day;
  readonly to: Day;
  readonly asOf: string | null;
  readonly told: FeedsTold;
  readonly units: readonly UnitEvaluation[];
}

const appraisalOf = (stated: readonly StatedFigure[], item: string): StatedFigure | undefined => stated.find((one) => one.item === item);

function stateOf({ reads }: Criterion, possible: PossibleFacts, byData: PointsRange): CriterionState {
  if (byData.low === byData.high) return 'measured';
  return reads.every((name) => possible[name] === ANYTHING[name]) ? 'missing' : 'open';
}

function answered(criterion: Criterion, counts: QuarterCounts, level: UnitLevel): CriterionAnswer {
  const { number, label } = criterion;
  const possible = possibleFacts(counts);
  const byData = pointsPossible(criterion, possible, level);
  const appraisal = appraisalOf(counts.stated, `quarterly/${number}`);
  const appraised = appraisal?.points ?? null;
  return {
    number,
    label,
    state: appraised === null ? stateOf(criterion, possible, byData) : 'stated',
    points: appraised === null ? byData : { low: appraised, high: appraised },
    byData,
    appraised,
    selfScore: appraisalOf(counts.stated, `quarterly/${number}/self`)?.points ?? null,
    basis: appraisal?.basis ?? null,
    isContradicted: appraised !== null && (appraised < byData.low || appraised > byData.high),
    evidence: evidenceOf(number, counts),
  };
}

function evaluated(code: string, isCity: boolean, counts: QuarterCounts): UnitEvaluation {
  const criteria = CRITERIA.map((criterion) => answered(criterion, counts, isCity ? 'province' : 'commune'));
  const total = {
    low: criteria.reduce((sum, { points }) => sum + points.low, 0),
    high: criteria.reduce((sum, { points }) => sum + points.high, 0),
  };
  const own = criteria.flatMap(({ selfScore }) => (selfScore === null ? [] : [selfScore]));
  return {
    unit: isCity ? null : code,
    criteria,
    total,
    selfTotal: own.length === criteria.length ? own.reduce<number>((sum, points) => sum + points, 0) : null,
    class: classWithin(total),
    levels: counts.levels,
  };
}

/** The quarterly evaluation per unit, from what feeds tell and what people appraise. */
export class QuarterlyEvaluationDesk {
  constructor(
    private readonly warehouse: Warehouse,
    private readonly city: CitySettings,
  ) {}

  /** The evaluations of a quarter; without a point in the scope there is no unit. Throws InvalidQuery. */
  async evaluations(request: QuarterlyRequest, scope: Scope): Promise<QuarterlyEvaluations> {
    if (request.period.kind !== 'quarter')
      throw new InvalidQuery('period', 'The evaluation is held every quarter; write one as 2026-Q3.', because('only_quarters'));
    await checkUnits(this.warehouse, request.units);
    return this.warehouse.reading(async () => {
      const asked = await askedOf({ warehouse: this.warehouse, city: this.city }, request, scope);
      const { told, codes, countsOf } = await this.read(asked, request);
      const isHidden = scope.points !== 'all' && scope.points.length === 0;
      const units = isHidden ? [] : codes.map((code) => evaluated(code, request.units === 'city', countsOf(code)));
      return { ...asked.range, asOf: asked.asOf ?? null, told, units };
    });
  }

  private async read(asked: PeriodAsked, { units, stated }: QuarterlyRequest) {
    const { warehouse } = this;
    const [told, dossiers, petitions, agencies] = await Promise.all([
      feedsTold(warehouse, asked),
      dossierCounts(warehouse, asked, units),
      petitionCounts(warehouse, asked, units),
      agencyCounts(warehouse, asked, units),
    ]);
    const [coverage, boards, levels, codes] = await Promise.all([
      coverageByUnit(warehouse, asked, 'dossier', units !== 'city'),
      boardCounts(warehouse, asked, units),
      levelCounts(warehouse, asked, units),
      unitCodes(warehouse, asked, units),
    ]);
    const { from, to } = asked.range;
    const own = stated.filter(({ periodFrom, periodTo }) => periodFrom === from && periodTo === to);
    // Of a unit whose points told nothing at all nobody knows anything: no petition is no good news there.
    const isHeard = (feed: ScoreFeed, unit: string, found: ReadonlyMap<string, unknown>): boolean =>
      (told[feed] ?? '') >= from && (found.has(unit) || coverage(unit) !== 0);
    const countsOf = (unit: string): QuarterCounts => ({
      dossiers: isHeard('dossier', unit, dossiers) ? (dossiers.get(unit) ?? noDossiers(unit)) : null,
      petitions: isHeard('petition', unit, petitions) ? (petitions.get(unit) ?? NO_PETITIONS) : null,
      agencies: agencies.get(unit) ?? null,
      boards: boards.get(unit) ?? null,
      levels: levels.get(unit) ?? null,
      stated: own.filter(({ unitCode }) => unitCode === (units === 'city' ? null : unit)),
    });
    return { told, codes, countsOf };
  }
}
