import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  pointCodeSchema,
  type PointFeedsQuery,
  pointFeedsQuerySchema,
  pointFeedsSchema,
  type PointHoursQuery,
  pointHoursQuerySchema,
  pointHoursSchema,
} from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { PointDays } from './point-days';

@ApiTags('city')
@Controller('points/:code')
export class PointDaysController {
  constructor(private readonly days: PointDays) {}

  @Get('hours')
  @AnswersWith(pointHoursSchema, 'When a point is open on a day.')
  hours(
    @Param('code', { schema: pointCodeSchema }) code: string,
    @Query({ schema: pointHoursQuerySchema }) query: PointHoursQuery,
    @ScopeOf() scope: Scope,
  ) {
    return this.days.hours(code, query, scope);
  }

  @Get('feeds')
  @AnswersWith(pointFeedsSchema, 'What every feed told of one point, day by day.')
  feeds(
    @Param('code', { schema: pointCodeSchema }) code: string,
    @Query({ schema: pointFeedsQuerySchema }) query: PointFeedsQuery,
    @ScopeOf() scope: Scope,
  ) {
    return this.days.feeds(code, query, scope);
  }
}
