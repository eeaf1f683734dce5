import type { DataFolder } from '@evenhand/data-folder';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Account } from './entities/account';
import { ApiToken } from './entities/api-token';
import { AuditEntry } from './entities/audit-entry';
import { Branch } from './entities/branch';
import { DeliveredFile } from './entities/delivered-file';
import { DataIncident } from './entities/data-incident';
import { Field } from './entities/field';
import { Invitation } from './entities/invitation';
import { MatterCare } from './entities/matter-care';
import { Note } from './entities/note';
import { PipelineRun } from './entities/pipeline-run';
import { PointManagement } from './entities/point-management';
import { Procedure } from './entities/procedure';
import { ProviderSignIn } from './entities/provider-sign-in';
import { RegisterChange } from './entities/register-change';
import { RegisterEntry } from './entities/register-entry';
import { RunLine } from './entities/run-line';
import { HomeView, SavedView, SavedViewVersion } from './entities/saved-view';
import { ScheduleSlot } from './entities/schedule-slot';
import { RunFile } from './entities/run-file';
import { Secret } from './entities/secret';
import { Sender } from './entities/sender';
import { ServicePoint } from './entities/service-point';
import { Session } from './entities/session';
import { Source } from './entities/source';
import { SourceSchedule } from './entities/source-schedule';
import { SourceWatermark } from './entities/source-watermark';
import { StandardChange } from './entities/standard-change';
import { Ward } from './entities/ward';
import { City1767225600000 } from './migrations/1767225600000-city';
import { Pipeline1767225600001 } from './migrations/1767225600001-pipeline';
import { Senders1767225600002 } from './migrations/1767225600002-senders';
import { Secrets1767225600010 } from './migrations/1767225600010-secrets';
import { Watermarks1767225600020 } from './migrations/1767225600020-watermarks';
import { DeliveredFiles1767225600025 } from './migrations/1767225600025-delivered-files';
import { DataIncidents1767225600030 } from './migrations/1767225600030-data-incidents';
import { Schedules1767225600031 } from './migrations/1767225600031-schedules';
import { Registers1767225600050 } from './migrations/1767225600050-registers';
import { RunFiles1767225600011 } from './migrations/1767225600011-run-files';
import { Standards1767225600100 } from './migrations/1767225600100-standards';
import { Views1767225600110 } from './migrations/1767225600110-views';
import { Access1767225600120 } from './migrations/1767225600120-access';
import { Audit1767225600140 } from './migrations/1767225600140-audit';
import { Notes1767225600160 } from './migrations/1767225600160-notes';
import { MatterCares1767225600170 } from './migrations/1767225600170-matter-cares';
import { singleSessionDriver } from './single-session-pool';

/** Where the records live: embedded in a data folder that this process owns, in memory, or on a PostgreSQL server. */
export type RecordsPlace = { readonly folder: DataFolder } | { readonly url: string } | 'memory';

const MODEL = {
  type: 'postgres',
  entities: [
    Ward,
    Branch,
    ServicePoint,
    PointManagement,
    Field,
    Procedure,
    Source,
    PipelineRun,
    RunLine,
    ScheduleSlot,
    SourceSchedule,
    DataIncident,
    Sender,
    Secret,
    RunFile,
    SourceWatermark,
    DeliveredFile,
    RegisterChange,
    RegisterEntry,
    StandardChange,
    SavedView,
    SavedViewVersion,
    HomeView,
    Account,
    Session,
    Invitation,
    ApiToken,
    ProviderSignIn,
    AuditEntry,
    Note,
    MatterCare,
  ],
  migrations: [
    City1767225600000,
    Pipeline1767225600001,
    Senders1767225600002,
    Secrets1767225600010,
    RunFiles1767225600011,
    Watermarks1767225600020,
    DataIncidents1767225600030,
    Schedules1767225600031,
    DeliveredFiles1767225600025,
    Registers1767225600050,
    Standards1767225600100,
    Views1767225600110,
    Access1767225600120,
    Audit1767225600140,
    Notes1767225600160,
    MatterCares1767225600170,
  ],
  synchronize: false,
  installExtensions: false,
  connectTimeoutMS: 15_000,
} as const;

/** The names of the migrations that this product knows, as the records remember those they have seen. */
export const RECORD_MIGRATIONS: readonly string[] = MODEL.migrations.map(({ name }) => name);

/** Any number that nobody else uses for advisory locks of this database. */
const MIGRATION_LOCK = 7_338_201;

function optionsFor(place: RecordsPlace): DataSourceOptions {
  const model = { ...MODEL, entities: [...MODEL.entities], migrations: [...MODEL.migrations] };
  if (place !== 'memory' && 'url' in place) return { ...model, url: place.url };
  const path = place === 'memory' ? undefined : place.folder.folder('records');
  return {
    ...model,
    driver: singleSessionDriver(async () => {
      const { PGlite } = await import('@electric-sql/pglite');
      return PGlite.create(path);
    }),
  };
}

/** Several processes may start on one server at once: the first brings the tables up to date, the others wait. */
async function migrateOnServer(records: DataSource): Promise<void> {
  const runner = records.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await records.runMigrations();
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  } finally {
    await runner.release();
  }
}

/** Opens the operational records and brings their tables up to date. Close with `destroy()`. */
export async function openRecords(place: RecordsPlace): Promise<DataSource> {
  const records = await new DataSource(optionsFor(place)).initialize();
  try {
    if (place !== 'memory' && 'url' in place) await migrateOnServer(records);
    else await records.runMigrations();
  } catch (error) {
    await records.destroy();
    throw error;
  }
  return records;
}
