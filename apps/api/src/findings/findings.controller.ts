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
import { AnswersWith } from '../http/answers-with';
import { DataFindings } from './data-findings';

@ApiTags('findings')
@Controller('findings')
export class FindingsController {
  constructor(private readonly findings: DataFindings) {}

  @Get()
  @AnswersWith(dataFindingsSchema, 'What is odd in the facts of a period, and in which share of the records.')
  count(@Query({ schema: dataFindingsQuerySchema }) query: DataFindingsQuery) {
    return this.findings.count(query);
  }

  @Get('rows')
  @AnswersWith(dataFindingRowsSchema, 'The records behind a finding.')
  rows(@Query({ schema: dataFindingRowsQuerySchema }) query: DataFindingRowsQuery) {
    return this.findings.rows(query);
  }
}
