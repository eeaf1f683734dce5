import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Index766Query,
  index766QuerySchema,
  type Index766RowsQuery,
  index766RowsQuerySchema,
  index766RowsSchema,
  index766Schema,
  type QuarterlyQuery,
  quarterlyQuerySchema,
  quarterlySchema,
} from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { ScorePages } from './score-pages';

@ApiTags('scores')
@Controller('scores')
export class ScoresController {
  constructor(private readonly pages: ScorePages) {}

  @Get('index-766')
  @AnswersWith(
    index766Schema,
    'Index 766 per unit and period: points as far as they are known, what costs points and what the portal publishes.',
  )
  index766(@Query({ schema: index766QuerySchema }) query: Index766Query, @ScopeOf() scope: Scope) {
    return this.pages.index766(query, scope);
  }

  @Get('index-766/rows')
  @AnswersWith(index766RowsSchema, 'The dossiers or petitions behind a cause of lost points, page by page.')
  rows(@Query({ schema: index766RowsQuerySchema }) query: Index766RowsQuery, @ScopeOf() scope: Scope) {
    return this.pages.rows(query, scope);
  }

  @Get('quarterly')
  @AnswersWith(quarterlySchema, 'The quarterly evaluation per unit: nine criteria from data and appraisals.')
  quarterly(@Query({ schema: quarterlyQuerySchema }) query: QuarterlyQuery, @ScopeOf() scope: Scope) {
    return this.pages.quarterly(query, scope);
  }
}
