import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { ExportFormat } from '@evenhand/contracts';
import { contentDisposition, csvOf, type ExportDocument, fileName, fitting, pdfOf, xlsxOf } from '@evenhand/exports';
import type { Response } from 'express';
import { routeTrace } from '../access/route-trace';
import { Traces } from '../access/traces';
import { LOG, type Logger } from '../connections';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  zip: 'application/zip',
} as const;

/** What logs, counts, compresses and writes an answer waits for its end; more would be a leak. */
const MOST_WAITING = 20;

/** A file that is ready to be read. */
export interface SentFile {
  readonly format: keyof typeof TYPES;
  readonly name: { readonly day: string; readonly scope: string; readonly report: string };
  readonly rows: { readonly shown: number; readonly total: number };
  readonly content: Readable;
}

const written: Readonly<Record<ExportFormat, (document: ExportDocument) => Readable>> = {
  csv: (document) => Readable.from(csvOf(document)),
  xlsx: xlsxOf,
  pdf: pdfOf,
};

/** A document as a file of a format, as far as the format can hold it. */
export function fileOf(document: ExportDocument, format: ExportFormat, name: SentFile['name']): SentFile {
  const fitted = fitting(document, format);
  const sum = (of: 'shown' | 'total'): number => fitted.tables.reduce((all, table) => all + table[of], 0);
  return { format, name, rows: { shown: sum('shown'), total: sum('total') }, content: written[format](fitted) };
}

/**
 * Sends files no faster than they are taken. A file that breaks off half-way is cut off, never ended; one of which nobody could
 * tell afterwards who has it does not leave.
 */
@Injectable()
export class FileSender {
  constructor(
    @Inject(LOG) private readonly log: Logger,
    private readonly traces: Traces,
  ) {}

  async send({ format, name, rows, content }: SentFile, response: Response): Promise<void> {
    try {
      await this.traces.leave(routeTrace(response.req, response).trace);
    } catch (error) {
      content.destroy();
      throw error;
    }
    response.type(TYPES[format]).set({
      'content-disposition': contentDisposition(fileName({ ...name, extension: format })),
      'x-rows': `${rows.shown} of ${rows.total}`,
      'cache-control': 'no-store',
    });
    response.setMaxListeners(MOST_WAITING);
    try {
      await pipeline(content, response);
    } catch (error) {
      if (!response.headersSent) throw error;
      this.log.warn({ event: 'export broken off', report: name.report, reason: error instanceof Error ? error.message : String(error) });
    }
  }
}
