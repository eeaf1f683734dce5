import { Injectable } from '@nestjs/common';
import { filterFrom, type RowsQuery } from '@evenhand/contracts';
import type { Scope } from '@evenhand/domain';
import { MetricAnswers, type RowsBehind } from '@evenhand/metrics';

/** The cases behind a figure, page by page. */
@Injectable()
export class RowsBehindFigures {
  constructor(private readonly metrics: MetricAnswers) {}

  async page({ where, ...query }: RowsQuery, scope: Scope): Promise<RowsBehind & Pick<RowsQuery, 'page' | 'size'>> {
    const behind = await this.metrics.rows({ ...query, where: [where].flat().map((text) => filterFrom(text)) }, scope);
    return { ...behind, page: query.page, size: query.size };
  }
}
