import { Module } from '@nestjs/common';
import { AnswersController } from './answers.controller';
import { PageAnswers } from './page-answers';

@Module({ controllers: [AnswersController], providers: [PageAnswers], exports: [PageAnswers] })
export class AnswersModule {}
