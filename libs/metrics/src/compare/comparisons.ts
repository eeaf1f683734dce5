import {
  because,
  type ChangeEffects,
  type ChangeEffectsRequest,
  type CitySettings,
  type Comparison,
  type ComparisonRequest,
  InvalidQuery,
  type Scope,
  timeRange,
  type TimeRange,
  type Trend,
  type TrendRequest,
  type Unevenness,
  type UnevennessRequest,
  type View,
} from '@evenhand/domain';
import { pointsWithin, type Warehouse } from '@evenhand/warehouse';
import type { MetricAnswers } from '../metric-answers';
import { tablesUnder } from '../facts/tables-under';
import { metricNamed } from '../registry/registry';
import { instantFor, resolveAsOf } from '../resolve-as-of';
import { noMomentForThePublic } from '../suppress/public-view';
import { changeEffectsOf } from './change-effects';
import { comparePoints } from './compare-points';
import { Remembered } from '../remembered';
import { trendOf } from './trend';
import { cityUnevenness } from './unevenness';
import type { Sources } from './subject';

type Known = TimeRange & { readonly metric: string; readonly asOf?: string | undefined; readonly view?: View | undefined };

/** A comparison of a city is some milliseconds of arithmetic; so many are kept, and of those by point as many as have so many points. */
const MOST_RESULTS = 100;
const MOST_POINTS = 12_000;

/** Compares service points fairly. There is no way to compare without a scope. */
export class Comparisons {
  private readonly sources: Sources;
  private readonly compared = new Remembered<Comparison>({ most: MOST_POINTS, weightOf: ({ points }) => 1 + points.length });
  private readonly uneven = new Remembered<Unevenness>({ most: MOST_RESULTS });
  private readonly trends = new Remembered<Trend>({ most: MOST_RESULTS });
  private readonly effects = new Remembered<ChangeEffects>({ most: MOST_RESULTS });

  constructor(
    private readonly warehouse: Warehouse,
    private readonly city: CitySettings,
    answers: MetricAnswers,
  ) {
    this.sources = { answers, readings: answers.readings };
  }

  /** Every point of the scope against the city. Throws InvalidQuery. */
  points(request: ComparisonRequest, scope: Scope): Promise<Comparison> {
    return this.asKnown(this.compared, { request, scope }, (asked, seen) => comparePoints(this.sources, asked, seen));
  }

  /** How uneven the city is, over the range and from period to period. Throws InvalidQuery. */
  unevenness(request: UnevennessRequest, scope: Scope): Promise<Unevenness> {
    return this.asKnown(this.uneven, { request, scope }, (asked, seen) => cityUnevenness(this.sources, asked, seen));
  }

  /** A control chart of one point, or of all points of the scope. Throws InvalidQuery. */
  trend(request: TrendRequest, scope: Scope): Promise<Trend> {
    return this.asKnown(this.trends, { request, scope }, (asked, seen) => trendOf(this.sources, asked, seen));
  }

  /** What the changes of a range did to a metric. Throws InvalidQuery. */
  changeEffects(request: ChangeEffectsRequest, scope: Scope): Promise<ChangeEffects> {
    return this.asKnown(this.effects, { request, scope }, (asked, seen) => changeEffectsOf(this.sources, asked, seen));
  }

  /** Everything of one comparison rests on the same publications. */
  private asKnown<Request extends Known, Result>(
    remembered: Remembered<Result>,
    { request, scope }: { readonly request: Request; readonly scope: Scope },
    compare: (asked: Request, seen: Scope) => Promise<Result>,
  ): Promise<Result> {
    return this.sources.answers.together(async () => {
      if (scope.points !== 'all' && scope.points.length === 0)
        throw new InvalidQuery('scope', 'There is no point that you may see.', because('no_point_seen'));
      timeRange(request.from, request.to);
      if (request.view === 'public' && request.asOf !== undefined) throw noMomentForThePublic();
      const asked = await this.resolved(request);
      const seen = { ...scope, points: pointsWithin(scope.points) };
      const name = `${await this.sources.readings.version()} ${JSON.stringify([asked, seen])}`;
      return remembered.get(name, () => compare(asked, seen));
    });
  }

  private async resolved<Request extends Known>(request: Request): Promise<Request> {
    if (request.view === 'public' && request.asOf === undefined)
      return { ...request, asOf: await this.sources.answers.toldOn(request, request.metric) };
    if (request.asOf === undefined) return request;
    const instant = await resolveAsOf({ warehouse: this.warehouse, city: this.city }, request.asOf);
    return { ...request, asOf: instantFor(instant, tablesUnder([metricNamed(request.metric, 'metric').computation])) };
  }
}
