import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module';
import { ScheduleDesk } from './schedule-desk';
import { SchedulesController } from './schedules.controller';

@Module({ imports: [RunsModule], controllers: [SchedulesController], providers: [ScheduleDesk] })
export class PipelinesModule {}
