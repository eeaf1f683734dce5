import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type II06Query, ii06QuerySchema, type II06RowsQuery, ii06RowsQuerySchema, ii06RowsSchema, ii06Schema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { FormII06 } from './form-ii06';

@ApiTags('reports')
@Controller('reports/ii06')
export class ReportsController {
  constructor(private readonly form: FormII06) {}

  @Get()
  @AnswersWith(ii06Schema, 'Form II.06: dossiers received, settled and in progress in a period, by field and unit, with its laws checked.')
  read(@Query({ schema: ii06QuerySchema }) query: II06Query, @ScopeOf() scope: Scope) {
    return this.form.page(query, scope);
  }

  @Get('rows')
  @AnswersWith(ii06RowsSchema, 'The dossiers behind a cell of form II.06, page by page.')
  rows(@Query({ schema: ii06RowsQuerySchema }) query: II06RowsQuery, @ScopeOf() scope: Scope) {
    return this.form.rows(query, scope);
  }
}
