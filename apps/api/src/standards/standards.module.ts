import { Module } from '@nestjs/common';
import type { Stores } from '@evenhand/etl';
import { MetricAnswers, Standards } from '@evenhand/metrics';
import { AnswersModule } from '../answers/answers.module';
import { STORES } from '../connections';
import { RunsModule } from '../runs/runs.module';
import { PointStandardsController } from './point-standards.controller';
import { StandardsController } from './standards.controller';
import { StandardsDesk } from './standards-desk';

@Module({
  imports: [AnswersModule, RunsModule],
  exports: [StandardsDesk],
  controllers: [StandardsController, PointStandardsController],
  providers: [
    StandardsDesk,
    {
      provide: Standards,
      useFactory: ({ questions, warehouse, city }: Stores, answers: MetricAnswers) =>
        new Standards(questions, city.settings, answers, warehouse),
      inject: [STORES, MetricAnswers],
    },
  ],
})
export class StandardsModule {}
