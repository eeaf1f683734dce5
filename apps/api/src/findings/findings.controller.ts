import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type DataFindingRowsQuery,
  dataFindingRowsQuerySchema,
  dataFindingRowsSchema,
  type DataFindingsQuery,
  dataFindingsQuerySchema,
  dataFindingsSchema,
} from '@evenhand/contracts';
import type { Scope } from '@evenhand/domain';
import type { SeenPoints } from '@evenhand/etl';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { SeenPointsOf } from '../http/seen-points-of';
import { DataFindings } from './data-findings';

@ApiTags('findings')
@Controller('findings')
export class FindingsController {
  constructor(private readonly findings: DataFindings) {}

  @Get()
  @AnswersWith(dataFindingsSchema, 'What is odd in the facts of a period, and in which share of the records.')
  count(@Query({ schema: dataFindingsQuerySchema }) query: DataFindingsQuery, @SeenPointsOf() seen: SeenPoints) {
    return this.findings.count(query, seen);
  }

  @Get('rows')
  @AnswersWith(dataFindingRowsSchema, 'The records behind a finding.')
  rows(@Query({ schema: dataFindingRowsQuerySchema }) query: DataFindingRowsQuery, @ScopeOf() scope: Scope) {
    return this.findings.rows(query, scope);
  }
}
