import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type FeedDaysQuery,
  feedDaysQuerySchema,
  feedDaysSchema,
  type FeedsQuery,
  feedsQuerySchema,
  feedsSchema,
  incidentSchema,
  type IncidentsQuery,
  incidentsQuerySchema,
  incidentsSchema,
  type ReconciliationQuery,
  reconciliationQuerySchema,
  reconciliationSchema,
} from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { FeedReports } from './feed-reports';
import { incidentNumberSchema } from './incident-number';

@ApiTags('feeds')
@Controller()
export class FeedsController {
  constructor(private readonly reports: FeedReports) {}

  @Get('feeds')
  @AnswersWith(feedsSchema, 'What was agreed with each feed, how fresh it is and how much of it arrived, point by point.')
  feeds(@Query({ schema: feedsQuerySchema }) query: FeedsQuery) {
    return this.reports.feeds(query);
  }

  @Get('feeds/days')
  @AnswersWith(feedDaysSchema, 'The days of one feed: what is usual, what arrived, and what that makes of the day.')
  days(@Query({ schema: feedDaysQuerySchema }) query: FeedDaysQuery) {
    return this.reports.days(query);
  }

  @Get('incidents')
  @AnswersWith(incidentsSchema, 'What is missing, thin or late, and since when.')
  incidents(@Query({ schema: incidentsQuerySchema }) query: IncidentsQuery) {
    return this.reports.incidents(query);
  }

  @Get('reconciliation')
  @AnswersWith(reconciliationSchema, 'What the sources count and what the national portal holds, against the warehouse.')
  reconciliation(@Query({ schema: reconciliationQuerySchema }) query: ReconciliationQuery) {
    return this.reports.reconciliation(query);
  }

  @Post('incidents/:id/accept')
  @HttpCode(200)
  @ApiBearerAuth('owner')
  @AnswersWith(incidentSchema, 'Declares that a thin feed has a new usual volume since the incident began.')
  accept(@Param('id', { schema: incidentNumberSchema }) id: number) {
    return this.reports.accept(id);
  }
}
