import { Injectable } from '@nestjs/common';
import { type DiffQuery, filterFrom } from '@evenhand/contracts';
import type { Scope } from '@evenhand/domain';
import { type AnswerDiff, MetricAnswers } from '@evenhand/metrics';

/** Why a figure is another than it was, page by page. */
@Injectable()
export class FigureDiffs {
  constructor(private readonly metrics: MetricAnswers) {}

  async page({ where, ...query }: DiffQuery, scope: Scope): Promise<AnswerDiff & Pick<DiffQuery, 'page' | 'size'>> {
    const diff = await this.metrics.diff({ ...query, where: [where].flat().map((text) => filterFrom(text)) }, scope);
    return { ...diff, page: query.page, size: query.size };
  }
}
