import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module';
import { ComparisonDesk } from './comparison-desk';
import { ComparisonsController } from './comparisons.controller';

@Module({ imports: [AnswersModule], controllers: [ComparisonsController], providers: [ComparisonDesk] })
export class ComparisonsModule {}
