import { Injectable } from '@nestjs/common';
import { type ExplainQuery, filterFrom } from '@evenhand/contracts';
import type { Scope } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { reasonText } from '@evenhand/etl';

/** Says of a figure where it comes from. */
@Injectable()
export class FigureExplanations {
  constructor(private readonly metrics: MetricAnswers) {}

  async of(query: ExplainQuery, scope: Scope) {
    const where = [query.where].flat();
    const request = { ...query, part: 'n', exact: query.exact === 'true', where: where.map((text) => filterFrom(text)) } as const;
    const explained = await this.metrics.explain(request, scope);
    const behind = new URLSearchParams([
      ['metric', query.metric],
      ['from', query.from],
      ['to', query.to],
      ...where.map((filter): [string, string] => ['where', filter]),
      ...(explained.asOf === null ? [] : [['asOf', explained.asOf] as [string, string]]),
    ]);
    return {
      ...explained,
      excluded: explained.excluded.map((one) => ({ ...one, label: one.why === 'quarantined' ? reasonText(one.entity, one.detail) : null })),
      rows: { n: explained.value.n, list: `/api/rows?${behind.toString()}`, file: `/api/rows/export?${behind.toString()}` },
    };
  }
}
