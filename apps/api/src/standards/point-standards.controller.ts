import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pointCodeSchema, type PointStandardsQuery, pointStandardsQuerySchema, pointStandardsSchema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { StandardsDesk } from './standards-desk';

@ApiTags('standards')
@Controller('points/:code/standards')
export class PointStandardsController {
  constructor(private readonly desk: StandardsDesk) {}

  @Get()
  @AnswersWith(pointStandardsSchema, 'What every standard comes to at one point.')
  list(
    @Param('code', { schema: pointCodeSchema }) code: string,
    @Query({ schema: pointStandardsQuerySchema }) query: PointStandardsQuery,
    @ScopeOf() scope: Scope,
  ) {
    return this.desk.ofPoint(code, query, scope);
  }
}
