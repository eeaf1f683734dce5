import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { filterFrom, type RowsExport, type RowsQuery } from '@evenhand/contracts';
import type { Scope } from '@evenhand/domain';
import { MetricAnswers, type RowsBehind } from '@evenhand/metrics';
import type { Response } from 'express';
import { LOG, type Logger } from '../connections';

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' } as const;

/** The cases behind a figure, page by page or as a file: the proof of the number. */
@Injectable()
export class RowsBehindFigures {
  constructor(
    private readonly metrics: MetricAnswers,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async page({ where, ...query }: RowsQuery, scope: Scope): Promise<RowsBehind & Pick<RowsQuery, 'page' | 'size'>> {
    const behind = await this.metrics.rows({ ...query, where: [where].flat().map((text) => filterFrom(text)) }, scope);
    return { ...behind, page: query.page, size: query.size };
  }

  /** Sends the file piece by piece, no faster than it is taken. A file that breaks off half-way is cut off, never ended. */
  async send({ where, ...query }: RowsExport, scope: Scope, response: Response): Promise<void> {
    const file = await this.metrics.file({ ...query, where: [where].flat().map((text) => filterFrom(text)) }, scope);
    response
      .attachment(`${query.metric}.${query.format}`)
      .type(TYPES[query.format])
      .set({ 'x-rows': `${file.shown} of ${file.total}`, 'cache-control': 'no-store' });
    try {
      await pipeline(Readable.from(file.text), response);
    } catch (error) {
      if (!response.headersSent) throw error;
      this.log.warn({ event: 'export broken off', metric: query.metric, reason: error instanceof Error ? error.message : String(error) });
    }
  }
}
