import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { AuditEntryInfo, AuditExport } from '@evenhand/contracts';
import { CSV_MARK, csvLine } from '@evenhand/domain';
import { cityDay } from '@evenhand/etl';
import type { CitySettings } from '@evenhand/domain';
import { CITY_SETTINGS, NOW, type Now } from '../connections';
import type { SentFile } from '../exports/file-sender';
import { AuditDesk } from './audit-desk';

const COLUMNS = ['id', 'at', 'who', 'name', 'did', 'what', 'before', 'after', 'requestId', 'hash'] as const;

type Entries = AsyncIterable<readonly AuditEntryInfo[]>;

async function* csvOf(entries: Entries): AsyncGenerator<string> {
  yield CSV_MARK + csvLine([...COLUMNS]);
  for await (const some of entries) yield some.map((entry) => csvLine(COLUMNS.map((name) => entry[name]))).join('');
}

async function* linesOf(entries: Entries): AsyncGenerator<string> {
  for await (const some of entries) yield some.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

/** The audit log as a file, made while it is read: entries that are added meanwhile are not in it. */
@Injectable()
export class AuditFile {
  constructor(
    private readonly desk: AuditDesk,
    @Inject(CITY_SETTINGS) private readonly city: CitySettings,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async make({ format, ...search }: AuditExport): Promise<SentFile> {
    const { total, entries } = await this.desk.all(search);
    const name = { day: cityDay(this.now(), this.city.zone), scope: '', report: 'audit' };
    return { format, name, rows: { shown: total, total }, content: Readable.from(format === 'csv' ? csvOf(entries) : linesOf(entries)) };
  }
}
