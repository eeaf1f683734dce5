import { Module } from '@nestjs/common';
import { LastAnswersModule } from '../last-answers/last-answers.module';
import { AnswersController } from './answers.controller';
import { KeptPages } from './kept-pages';
import { PageAnswers } from './page-answers';
import { RecentQuestions } from './recent-questions';

@Module({
  imports: [LastAnswersModule],
  controllers: [AnswersController],
  providers: [KeptPages, PageAnswers, RecentQuestions],
  exports: [PageAnswers, RecentQuestions],
})
export class AnswersModule {}
