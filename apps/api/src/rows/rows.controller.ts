import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type RowsExport, rowsExportSchema, type RowsQuery, rowsQuerySchema, rowsSchema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import type { Response } from 'express';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { SiteOf } from '../exports/site-of';
import { RowsBehindFigures } from './rows-behind-figures';
import { RowsExports } from './rows-exports';

@ApiTags('answers')
@Controller('rows')
export class RowsController {
  constructor(
    private readonly rows: RowsBehindFigures,
    private readonly files: RowsExports,
  ) {}

  @Get()
  @AnswersWith(rowsSchema, 'The cases behind a figure, page by page.')
  list(@Query({ schema: rowsQuerySchema }) query: RowsQuery, @ScopeOf() scope: Scope) {
    return this.rows.page(query, scope);
  }

  @Get('export')
  @ApiOperation({ summary: 'The cases behind a figure, as a file.' })
  @ApiOkResponse({
    description:
      'CSV that a spreadsheet shows and computes nothing of, a workbook, a PDF, or JSON lines. The header x-rows says how many of how many.',
    content: {
      'text/csv': {},
      'application/x-ndjson': {},
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {},
      'application/pdf': {},
    },
  })
  export(
    @Query({ schema: rowsExportSchema }) query: RowsExport,
    @SiteOf() site: string,
    @ScopeOf() scope: Scope,
    @Res() response: Response,
  ) {
    return this.files.send(query, { site, scope }, response);
  }
}
