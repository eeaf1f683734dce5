import { Module } from '@nestjs/common';
import { LastAnswers } from './last-answers';
import { RememberedRoutes } from './remembered-routes';

/** What pages show while the warehouse does not answer. */
@Module({ providers: [LastAnswers, RememberedRoutes], exports: [LastAnswers] })
export class LastAnswersModule {}
