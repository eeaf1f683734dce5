import { Module } from '@nestjs/common';
import { LastAnswers } from './last-answers';
import { RememberedRoutes } from './remembered-routes';
import { SentOnce } from './sent-once';

/** What pages show while the warehouse does not answer. */
@Module({ providers: [LastAnswers, RememberedRoutes, SentOnce], exports: [LastAnswers] })
export class LastAnswersModule {}
