import { Module } from '@nestjs/common';
import type { Stores } from '@evenhand/etl';
import { Index766Scores, QuarterlyEvaluationDesk } from '@evenhand/metrics';
import { STORES } from '../connections';
import { ReportsModule } from '../reports/reports.module';
import { ScorePages } from './score-pages';
import { ScoresController } from './scores.controller';

@Module({
  imports: [ReportsModule],
  exports: [ScorePages],
  controllers: [ScoresController],
  providers: [
    ScorePages,
    {
      provide: Index766Scores,
      useFactory: ({ questions, city }: Stores) => new Index766Scores(questions, city.settings),
      inject: [STORES],
    },
    {
      provide: QuarterlyEvaluationDesk,
      useFactory: ({ questions, city }: Stores) => new QuarterlyEvaluationDesk(questions, city.settings),
      inject: [STORES],
    },
  ],
})
export class ScoresModule {}
