import { type DynamicModule, Module } from '@nestjs/common';
import type { Stores } from '@evenhand/etl';
import { AccessModule } from './access/access.module';
import { type AccessSettings, NO_SETTINGS } from './access/access-settings';
import { AnswersModule } from './answers/answers.module';
import { AuditModule } from './audit/audit.module';
import { BenchmarkModule } from './benchmark/benchmark.module';
import { BoundariesModule } from './boundaries/boundaries.module';
import { CalendarModule } from './calendar/calendar.module';
import { CityModule } from './city/city.module';
import { CommandsModule } from './commands/commands.module';
import { ComparisonsModule } from './comparisons/comparisons.module';
import type { Logger } from './connections';
import { DiffModule } from './diff/diff.module';
import { ExplainModule } from './explain/explain.module';
import { ExportsModule } from './exports/exports.module';
import { DossiersModule } from './dossiers/dossiers.module';
import { FeedsModule } from './feeds/feeds.module';
import { FindingsModule } from './findings/findings.module';
import { HealthModule } from './health/health.module';
import { LiveModule } from './live/live.module';
import { MonitoringModule } from './monitoring/monitoring.module';
import { NationalSyncModule } from './national-sync/national-sync.module';
import { SYNC_DEFAULTS, type SyncSettings } from './national-sync/sync-settings';
import { MattersModule } from './matters/matters.module';
import { NotesModule } from './notes/notes.module';
import { OpenApiModule } from './openapi/openapi.module';
import { PipelinesModule } from './pipelines/pipelines.module';
import { PointsModule } from './points/points.module';
import { QueueEventsModule } from './queue-events/queue-events.module';
import { queueEventsSettings, type QueueEventsSettings } from './queue-events/queue-events-settings';
import { QuarantineModule } from './quarantine/quarantine.module';
import { ReportsModule } from './reports/reports.module';
import { RowsModule } from './rows/rows.module';
import { RunsModule } from './runs/runs.module';
import { ScoresModule } from './scores/scores.module';
import { StandardsModule } from './standards/standards.module';
import { StoresModule } from './stores.module';
import { TasksModule } from './tasks/tasks.module';
import { ViewsModule } from './views/views.module';
import { WaitEndsModule } from './wait-ends/wait-ends.module';
import { WallboardModule } from './wallboard/wallboard.module';

/** What an operator may set otherwise. */
export interface ApiSettings {
  readonly sync?: SyncSettings | undefined;
  readonly events?: QueueEventsSettings | undefined;
  readonly access?: AccessSettings | undefined;
}

/** All subjects over one set of stores. */
@Module({
  imports: [
    AnswersModule,
    AuditModule,
    BenchmarkModule,
    BoundariesModule,
    CalendarModule,
    CityModule,
    CommandsModule,
    ComparisonsModule,
    DiffModule,
    ExplainModule,
    ExportsModule,
    DossiersModule,
    FeedsModule,
    FindingsModule,
    HealthModule,
    LiveModule,
    MonitoringModule,
    MattersModule,
    NotesModule,
    OpenApiModule,
    PipelinesModule,
    PointsModule,
    QuarantineModule,
    ReportsModule,
    RowsModule,
    RunsModule,
    TasksModule,
    ViewsModule,
    WaitEndsModule,
    WallboardModule,
    ScoresModule,
    StandardsModule,
  ],
})
export class ApiModule {
  static over(
    stores: () => Stores,
    log: Logger,
    { sync = SYNC_DEFAULTS, events = queueEventsSettings(process.env), access = NO_SETTINGS }: ApiSettings = {},
  ): DynamicModule {
    const own = [AccessModule.over(access), NationalSyncModule.over(sync), QueueEventsModule.over(events)];
    return { module: ApiModule, imports: [StoresModule.over(stores, log), ...own] };
  }
}
