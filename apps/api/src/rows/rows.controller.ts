import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type RowsQuery, rowsQuerySchema, rowsSchema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { RowsBehindFigures } from './rows-behind-figures';

@ApiTags('answers')
@Controller('rows')
export class RowsController {
  constructor(private readonly rows: RowsBehindFigures) {}

  @Get()
  @AnswersWith(rowsSchema, 'The cases behind a figure, page by page.')
  list(@Query({ schema: rowsQuerySchema }) query: RowsQuery, @ScopeOf() scope: Scope) {
    return this.rows.page(query, scope);
  }
}
