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
import type { Scope } from '@evenhand/domain';
import type { SeenPoints } from '@evenhand/etl';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { SeenPointsOf } from '../http/seen-points-of';
import { FeedReports } from './feed-reports';
import { incidentNumberSchema } from './incident-number';

@ApiTags('feeds')
@Controller()
export class FeedsController {
  constructor(private readonly reports: FeedReports) {}

  @Get('feeds')
  @AnswersWith(feedsSchema, 'What was agreed with each feed, how fresh it is and how much of it arrived, point by point.')
  feeds(@Query({ schema: feedsQuerySchema }) query: FeedsQuery, @SeenPointsOf() seen: SeenPoints) {
    return this.reports.feeds(query, seen);
  }

  @Get('feeds/days')
  @AnswersWith(feedDaysSchema, 'The days of one feed: what is usual, what arrived, and what that makes of the day.')
  days(@Query({ schema: feedDaysQuerySchema }) query: FeedDaysQuery, @SeenPointsOf() seen: SeenPoints) {
    return this.reports.days(query, seen);
  }

  @Get('incidents')
  @AnswersWith(incidentsSchema, 'What is missing, thin or late, and since when.')
  incidents(@Query({ schema: incidentsQuerySchema }) query: IncidentsQuery, @SeenPointsOf() seen: SeenPoints) {
    return this.reports.incidents(query, seen);
  }

  @Get('reconciliation')
  @AnswersWith(reconciliationSchema, 'What the sources count and what the national portal holds, against the warehouse.')
  reconciliation(
    @Query({ schema: reconciliationQuerySchema }) query: ReconciliationQuery,
    @SeenPointsOf() seen: SeenPoints,
    @ScopeOf() scope: Scope,
  ) {
    return this.reports.reconciliation(query, seen, scope);
  }

  @Post('incidents/:id/accept')
  @HttpCode(200)
  @ApiBearerAuth('owner')
  @AnswersWith(incidentSchema, 'Declares that a thin feed has a new usual volume since the incident began.')
  accept(@Param('id', { schema: incidentNumberSchema }) id: number) {
    return this.reports.accept(id);
  }
}
