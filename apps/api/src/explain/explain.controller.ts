import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type ExplainQuery, explainQuerySchema, explanationSchema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { FigureExplanations } from './figure-explanations';

@ApiTags('answers')
@Controller('explain')
export class ExplainController {
  constructor(private readonly explanations: FigureExplanations) {}

  @Get()
  @AnswersWith(explanationSchema, 'Where a figure comes from, and what it leaves out.')
  explain(@Query({ schema: explainQuerySchema }) query: ExplainQuery, @ScopeOf() scope: Scope) {
    return this.explanations.of(query, scope);
  }
}
