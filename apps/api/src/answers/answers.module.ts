import { Module } from '@nestjs/common';
import { AnswersController } from './answers.controller';
import { PageAnswers } from './page-answers';
import { RecentQuestions } from './recent-questions';

@Module({ controllers: [AnswersController], providers: [PageAnswers, RecentQuestions], exports: [PageAnswers] })
export class AnswersModule {}
