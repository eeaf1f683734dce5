import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type DiffQuery, diffQuerySchema, diffSchema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { FigureDiffs } from './figure-diffs';

@ApiTags('answers')
@Controller('diff')
export class DiffController {
  constructor(private readonly diffs: FigureDiffs) {}

  @Get()
  @AnswersWith(diffSchema, 'The cases that make a figure another than it was, page by page.')
  list(@Query({ schema: diffQuerySchema }) query: DiffQuery, @ScopeOf() scope: Scope) {
    return this.diffs.page(query, scope);
  }
}
