import { Injectable } from '@nestjs/common';
import { type ChangeEffectsQuery, type ComparisonQuery, filterFrom, type TrendQuery, type UnevennessQuery } from '@evenhand/contracts';
import {
  because,
  type ChangeEffects,
  type Comparison,
  type Filter,
  InvalidQuery,
  isDay,
  type Scope,
  type Trend,
  type Unevenness,
} from '@evenhand/domain';
import { Comparisons } from '@evenhand/metrics';
import { RecentQuestions } from '../answers/recent-questions';

const filtersFrom = (where: ComparisonQuery['where']): Filter[] => [where].flat().map((text) => filterFrom(text));

function daysFrom(texts: TrendQuery['recalculate']): string[] {
  const days = [texts].flat();
  const wrong = days.find((text) => !isDay(text));
  if (wrong !== undefined)
    throw new InvalidQuery('recalculate', `"${wrong}" is not a day; write it as YYYY-MM-DD.`, because('not_a_day', { value: wrong }));
  return days;
}

/** Reads what is asked and has it compared. What people compare is compared again once new data is published. */
@Injectable()
export class ComparisonDesk {
  constructor(
    private readonly comparisons: Comparisons,
    private readonly recent: RecentQuestions,
  ) {}

  async points({ where, ...query }: ComparisonQuery, scope: Scope): Promise<Comparison> {
    const request = { ...query, where: filtersFrom(where) };
    return this.kept(['comparison', request, scope], request, () => this.comparisons.points(request, scope));
  }

  async unevenness({ where, ...query }: UnevennessQuery, scope: Scope): Promise<Unevenness> {
    const request = { ...query, where: filtersFrom(where) };
    return this.kept(['unevenness', request, scope], request, () => this.comparisons.unevenness(request, scope));
  }

  async changeEffects(query: ChangeEffectsQuery, scope: Scope): Promise<ChangeEffects> {
    return this.comparisons.changeEffects(query, scope);
  }

  async trend({ where, recalculate, point, ...query }: TrendQuery, scope: Scope): Promise<Trend> {
    const request = { ...query, point: point ?? null, where: filtersFrom(where), recalculate: daysFrom(recalculate) };
    return this.kept(['trend', request, scope], request, () => this.comparisons.trend(request, scope));
  }

  private async kept<Result>(name: readonly unknown[], { asOf }: { readonly asOf?: string | undefined }, compare: () => Promise<Result>) {
    const result = await compare();
    if (asOf === undefined) this.recent.noteAsking(JSON.stringify(name), compare);
    return result;
  }
}
