import type { CitySettings, Comparison, ComparisonRequest, Scope } from '@evenhand/domain';
import type { Warehouse } from '@evenhand/warehouse';
import type { MetricAnswers } from '../metric-answers';
import { resolveAsOf } from '../resolve-as-of';
import { comparePoints } from './compare-points';
import { Readings } from './readings';
import type { Sources } from './subject';

/** Compares service points fairly. There is no way to compare without a scope. */
export class Comparisons {
  private readonly sources: Sources;

  constructor(
    private readonly warehouse: Warehouse,
    private readonly city: CitySettings,
    answers: MetricAnswers,
  ) {
    this.sources = { answers, readings: new Readings(warehouse, city) };
  }

  /** Every point of the scope against the city. Throws InvalidQuery. */
  points(request: ComparisonRequest, scope: Scope): Promise<Comparison> {
    return this.asKnown(request, (asked) => comparePoints(this.sources, asked, scope));
  }

  /** Everything of one comparison rests on the same publications. */
  private asKnown<Request extends { readonly asOf?: string | undefined }, Result>(
    request: Request,
    compare: (asked: Request) => Promise<Result>,
  ): Promise<Result> {
    return this.sources.answers.together(async () => {
      if (request.asOf === undefined) return compare(request);
      const { at, isPresent } = await resolveAsOf({ warehouse: this.warehouse, city: this.city }, request.asOf);
      return compare({ ...request, asOf: isPresent ? undefined : at });
    });
  }
}
