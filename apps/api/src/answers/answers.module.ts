import { Module } from '@nestjs/common';
import { LastAnswersModule } from '../last-answers/last-answers.module';
import { AnswersController } from './answers.controller';
import { KeptPages } from './kept-pages';
import { PageAnswers } from './page-answers';
import { ReadingAhead } from './reading-ahead';
import { RecentQuestions } from './recent-questions';

@Module({
  imports: [LastAnswersModule],
  controllers: [AnswersController],
  providers: [KeptPages, PageAnswers, ReadingAhead, RecentQuestions],
  exports: [PageAnswers, ReadingAhead, RecentQuestions],
})
export class AnswersModule {}
