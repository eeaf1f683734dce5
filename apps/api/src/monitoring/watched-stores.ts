import { statfs } from 'node:fs/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { DataFolder } from '@evenhand/data-folder';
import { sql, type Warehouse } from '@evenhand/warehouse';
import { SeenFigures } from '../access/seen-figures';
import { ReadingAhead } from '../answers/reading-ahead';
import { DATA_FOLDER, RECORDS, type Records, WAREHOUSE } from '../connections';
import { DataFreshness } from '../health/data-freshness';
import { AnswerTasks } from '../tasks/answer-tasks';
import { Measurements } from './measurements';

const one = (value: number) => [{ labels: {}, value }];
const answers = (question: Promise<unknown>): Promise<number> =>
  question.then(
    () => 1,
    () => 0,
  );

/** What the stores and the queues of this server tell of themselves. */
@Injectable()
export class WatchedStores {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(RECORDS) private readonly records: Records,
    @Inject(DATA_FOLDER) private readonly folder: DataFolder,
    private readonly freshness: DataFreshness,
  ) {}

  /** Whether each store answers. */
  async up() {
    const [facts, records] = await Promise.all([
      answers(this.warehouse.rows(sql`SELECT 1 AS one`)),
      answers(this.records.query('SELECT 1')),
    ]);
    return [
      { labels: { store: 'facts' }, value: facts },
      { labels: { store: 'records' }, value: records },
    ];
  }

  async loads() {
    const runs = await this.records.query<{ status: string; count: number }[]>(
      'SELECT status, count(*)::int AS count FROM pipeline_run GROUP BY status ORDER BY status',
    );
    return runs.map(({ status, count }) => ({ labels: { status }, value: count }));
  }

  async dataAge() {
    const { now, sources } = await this.freshness.read();
    return sources.map(({ source, entity, latestAt }) => ({
      labels: { source, entity },
      value: (Date.parse(now) - Date.parse(latestAt)) / 1000,
    }));
  }

  async staleFeeds() {
    const { sources } = await this.freshness.read();
    return one(sources.filter(({ isStale }) => isStale).length);
  }

  /** Rows that the engine has read since it began, whoever asked. */
  async rowsRead() {
    const [found] = await this.warehouse.rows<{ rows: number }>(sql`SELECT value AS rows FROM system.events WHERE event = 'SelectedRows'`);
    return one(found?.rows ?? 0);
  }

  async freeBytes() {
    const { bavail, bsize } = await statfs(this.folder.path);
    return one(bavail * bsize);
  }
}

/** Puts what is watched among the measurements. */
@Injectable()
export class Watching implements OnModuleInit {
  constructor(
    private readonly measurements: Measurements,
    private readonly stores: WatchedStores,
    private readonly tasks: AnswerTasks,
    private readonly seen: SeenFigures,
    private readonly ahead: ReadingAhead,
  ) {}

  onModuleInit(): void {
    const { measurements, stores, tasks, seen, ahead } = this;
    measurements.add('evenhand_store_up', { help: '1 when the store answers.', labels: ['store'] }, () => stores.up());
    measurements.add('evenhand_engine_rows_read', { help: 'Rows that the engine has read since it began.' }, () => stores.rowsRead());
    measurements.add('evenhand_loads', { help: 'Loads by how they stand.', labels: ['status'] }, () => stores.loads());
    measurements.add('evenhand_data_age_seconds', { help: 'Age of the latest fact of each feed.', labels: ['source', 'entity'] }, () =>
      stores.dataAge(),
    );
    measurements.add('evenhand_stale_feeds', { help: 'Feeds that are silent for longer than agreed.' }, () => stores.staleFeeds());
    measurements.add('evenhand_data_folder_free_bytes', { help: 'Free space where the data folder lies.' }, () => stores.freeBytes());
    measurements.add('evenhand_open_tasks', { help: 'Questions that run or wait by name.' }, () => Promise.resolve(one(tasks.open)));
    measurements.add('evenhand_reading_ahead', { help: '1 while something is left to be read before anybody asks.' }, () =>
      Promise.resolve(one(ahead.isDone ? 0 : 1)),
    );
    measurements.add('evenhand_audit_unwritten', { help: 'Entries that wait to be written to the audit log.' }, () =>
      Promise.resolve(one(seen.unwritten)),
    );
  }
}
