import { Module } from '@nestjs/common';
import { TracesModule } from '../access/traces.module';
import { AnswersModule } from '../answers/answers.module';
import { HealthModule } from '../health/health.module';
import { TasksModule } from '../tasks/tasks.module';
import { Measurements } from './measurements';
import { MonitoringController } from './monitoring.controller';
import { WatchedStores, Watching } from './watched-stores';

/** What machines watch of this server. */
@Module({
  imports: [AnswersModule, HealthModule, TasksModule, TracesModule],
  controllers: [MonitoringController],
  providers: [Measurements, WatchedStores, Watching],
})
export class MonitoringModule {}
