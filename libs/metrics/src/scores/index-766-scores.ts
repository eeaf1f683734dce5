import {
  type CitySettings,
  type Day,
  type Group766,
  GROUP_766_NAMES,
  GROUPS_766,
  type Level766,
  type PointsRange,
  rangeOfPeriod,
  type Scope,
  type StatedFigure,
} from '@evenhand/domain';
import type { Warehouse } from '@evenhand/warehouse';
import { askedFor, askedOf, type PeriodAsked, type PeriodRequest } from '../reports/period-asked';
import { coverageByUnit, type CoverageByUnit } from '../reports/period-coverage';
import { checkUnits, unitCodes, type Units } from '../reports/units';
import { type CauseRows, causeRows, type CauseRowsRequest } from './cause-rows';
import { type Difference766, difference766, type Published766 } from './difference-766';
import { dossierCounts, noDossiers } from './dossier-counts';
import { evidence766, type Evidence766, type UnitCounts } from './evidence-766';
import { certifiedCounts, copyCounts, feedsTold, type FeedsTold, owedByFeed, owedOf, receivedIn, type ScoreFeed } from './feed-counts';
import { type Indicator766, type Version766, version766On, type Watched766 } from './index-766';
import { lostByCause, type LostByCause } from './lost-766';
import { NO_PETITIONS, petitionCounts } from './petition-counts';
import { published766, type PublishedScores } from './published-766';
import { type Band766, bandOf, cheapestPoints, type Gain766, type IndicatorScore, score766 } from './score-766';

/** Which scores are wanted. */
export interface Index766Request extends PeriodRequest {
  readonly units: Units;
  /** What people stated where no feed tells; of any period. */
  readonly stated: readonly StatedFigure[];
}

/** A published score beside ours. */
export interface Beside766 {
  readonly published: Published766;
  readonly difference: Difference766;
}

export interface GroupScore {
  readonly group: Group766;
  readonly max: number;
  readonly points: PointsRange;
  readonly beside: Beside766 | null;
}

/** One indicator with all that it rests on. */
export interface IndicatorAnswer extends IndicatorScore {
  readonly evidence: Evidence766;
  readonly lost: readonly LostByCause[];
  readonly beside: Beside766 | null;
}

/** What the portal shows without points; `null` where nothing was counted. */
export interface WatchedAnswer extends Watched766 {
  readonly value: number | null;
  readonly n: number;
  readonly unit: 'days' | 'share';
}

export interface UnitScore766 {
  /** `null` for all points together. */
  readonly unit: string | null;
  readonly level: Level766;
  readonly total: PointsRange;
  readonly band: Band766 | null;
  readonly given: number;
  readonly groups: readonly GroupScore[];
  readonly indicators: readonly IndicatorAnswer[];
  readonly watched: readonly WatchedAnswer[];
  readonly next: readonly Gain766[];
  readonly coverage: number | null;
}

export interface Index766 {
  readonly from: Day;
  readonly to: Day;
  readonly asOf: string | null;
  readonly version: Version766;
  /** The last day of which each feed has told. */
  readonly told: FeedsTold;
  readonly units: readonly UnitScore766[];
}

/** Everything that was read for the units of one answer. */
interface Read {
  readonly codes: readonly string[];
  readonly countsOf: (code: string) => UnitCounts;
  readonly told: FeedsTold;
  readonly coverage: CoverageByUnit;
  readonly published: PublishedScores;
}

const MS_PER_DAY = 86_400_000;

function watchedOf(watched: Watched766, { dossiers, petitions }: UnitCounts): WatchedAnswer {
  if (watched.id === '2.2') {
    const { processing_ms = 0, processed = 0 } = dossiers ?? {};
    return { ...watched, unit: 'days', n: processed, value: processed === 0 ? null : processing_ms / processed / MS_PER_DAY };
  }
  const { about_staff = 0, received = 0 } = petitions ?? {};
  return { ...watched, unit: 'share', n: received, value: received === 0 ? null : about_staff / received };
}

const besideOf = (published: Published766 | null, ours: Parameters<typeof difference766>[0]): Beside766 | null =>
  published && { published, difference: difference766(ours, published) };

const codesOf = ({ id, code }: Indicator766): readonly string[] => (code === null ? [id] : [code, id]);

function scored(code: string, request: Index766Request, version: Version766, read: Read): UnitScore766 {
  const isCity = request.units === 'city';
  const level = isCity ? 'province' : 'commune';
  const counts = read.countsOf(code);
  const evidence = new Map(version.indicators.map(({ id }) => [id, evidence766(id, counts)]));
  const score = score766(version, Object.fromEntries([...evidence].map(([id, { counted }]) => [id, counted])), level);
  const publishedAs = (metrics: readonly string[]): Published766 | null =>
    isCity ? null : (metrics.map((metric) => read.published(code, metric)).find((one) => one !== null) ?? null);
  const indicators = score.indicators.map((one): IndicatorAnswer => {
    const found = evidence.get(one.indicator.id) ?? evidence766(one.indicator.id, counts);
    const given = one.ground === 'not_asked' || one.ground === 'nothing_to_measure' ? one.points.low : 0;
    const beside = besideOf(publishedAs(codesOf(one.indicator)), { points: one.points, given, counted: one.counted });
    return { ...one, evidence: found, lost: lostByCause(one, found.causes), beside };
  });
  const groups = GROUPS_766.map((group): GroupScore => {
    const own = indicators.filter(({ indicator }) => indicator.group === group);
    const points = score.groups[group];
    const given = own
      .filter(({ ground }) => ground === 'not_asked' || ground === 'nothing_to_measure')
      .reduce((sum, one) => sum + one.points.low, 0);
    const counted = own.length === 1 ? (own[0]?.counted ?? null) : null;
    const max = own.reduce((sum, { indicator }) => sum + indicator.max, 0);
    return { group, max, points, beside: besideOf(publishedAs([GROUP_766_NAMES[group].code]), { points, given, counted }) };
  });
  return {
    unit: isCity ? null : code,
    level,
    total: score.total,
    band: bandOf(score.total),
    given: score.given,
    groups,
    indicators,
    watched: version.watched.map((watched) => watchedOf(watched, counts)),
    next: cheapestPoints(score),
    coverage: read.coverage(code),
  };
}

/** Index 766 per unit and period, from what feeds tell and people state, beside what the portal publishes. */
export class Index766Scores {
  constructor(
    private readonly warehouse: Warehouse,
    private readonly city: CitySettings,
  ) {}

  /** The scores of a period; without a point in the scope there is no unit. Throws InvalidQuery. */
  async scores(request: Index766Request, scope: Scope): Promise<Index766> {
    await checkUnits(this.warehouse, request.units);
    return this.warehouse.reading(async () => {
      const asked = await askedOf({ warehouse: this.warehouse, city: this.city }, request, scope);
      const version = version766On(asked.range.from);
      const read = await this.read(asked, request);
      const isHidden = scope.points !== 'all' && scope.points.length === 0;
      const units = isHidden ? [] : read.codes.map((code) => scored(code, request, version, read));
      return { ...asked.range, asOf: asked.asOf ?? null, version, told: read.told, units };
    });
  }

  /** The cases behind a count; as many as it counts. Throws InvalidQuery. */
  async rows({ units, cause, page, size, ...request }: PeriodRequest & CauseRowsRequest, scope: Scope): Promise<CauseRows> {
    await checkUnits(this.warehouse, units);
    return this.warehouse.reading(async () => {
      const asked = await askedOf({ warehouse: this.warehouse, city: this.city }, request, scope);
      return causeRows(this.warehouse, asked, { units, cause, page, size });
    });
  }

  private async read(asked: PeriodAsked, { units, period, stated }: Index766Request): Promise<Read> {
    const { warehouse } = this;
    const before = askedFor(asked, rangeOfPeriod({ calendar: period.calendar, kind: 'year', year: period.year - 1, number: 1 }));
    const [told, dossiers, petitions, copies, certified] = await Promise.all([
      feedsTold(warehouse, asked),
      dossierCounts(warehouse, asked, units),
      petitionCounts(warehouse, asked, units),
      copyCounts(warehouse, asked, units),
      certifiedCounts(warehouse, asked, units),
    ]);
    const [yearBefore, owedDossiers, owedPetitions, coverage, published] = await Promise.all([
      receivedIn(warehouse, before, units),
      owedByFeed(warehouse, asked, units, 'dossier'),
      owedByFeed(warehouse, asked, units, 'petition'),
      coverageByUnit(warehouse, asked, 'dossier', units !== 'city'),
      published766(warehouse, asked),
    ]);
    const isTold = (feed: ScoreFeed): boolean => (told[feed] ?? '') >= asked.range.from;
    const own = stated.filter(({ periodFrom, periodTo }) => periodFrom === asked.range.from && periodTo === asked.range.to);
    const countsOf = (unit: string): UnitCounts => {
      const share = coverage(unit);
      // Of a unit whose points told nothing at all nobody knows anything: no petition is no good news there.
      const isHeard = (feed: ScoreFeed, hasOwn: boolean): boolean => isTold(feed) && (hasOwn || share !== 0);
      const found = dossiers.get(unit) ?? noDossiers(unit);
      return {
        dossiers: isHeard('dossier', dossiers.has(unit)) ? found : null,
        petitions: isHeard('petition', petitions.has(unit)) ? (petitions.get(unit) ?? NO_PETITIONS) : null,
        copies: isHeard('dossier_copy', copies.has(unit)) ? (copies.get(unit) ?? { unit, here: 0, not_covered: 0, on_portal: 0 }) : null,
        certified: certified.get(unit) ?? null,
        yearBefore: yearBefore.get(unit) ?? null,
        owedDossiers: owedOf(owedDossiers.get(unit), found.received),
        owedPetitions: owedOf(owedPetitions.get(unit), petitions.get(unit)?.received ?? 0),
        hearsDislikes: isTold('rating') || isTold('petition'),
        kind: period.kind,
        stated: own.filter(({ unitCode }) => unitCode === (units === 'city' ? null : unit)),
      };
    };
    return { codes: await unitCodes(warehouse, asked, units), countsOf, told, coverage, published };
  }
}
