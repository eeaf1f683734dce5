import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type ChangeEffectsQuery,
  changeEffectsQuerySchema,
  changeEffectsSchema,
  type ComparisonQuery,
  comparisonQuerySchema,
  comparisonSchema,
  type TrendQuery,
  trendQuerySchema,
  trendSchema,
  type UnevennessQuery,
  unevennessQuerySchema,
  unevennessSchema,
} from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { ComparisonDesk } from './comparison-desk';

@ApiTags('comparisons')
@Controller()
export class ComparisonsController {
  constructor(private readonly desk: ComparisonDesk) {}

  @Get('comparisons')
  @AnswersWith(comparisonSchema, 'Each service point against what the city does with the same work.')
  points(@Query({ schema: comparisonQuerySchema }) query: ComparisonQuery, @ScopeOf() scope: Scope) {
    return this.desk.points(query, scope);
  }

  @Get('unevenness')
  @AnswersWith(unevennessSchema, 'How uneven the city is, over a range and from period to period.')
  unevenness(@Query({ schema: unevennessQuerySchema }) query: UnevennessQuery, @ScopeOf() scope: Scope) {
    return this.desk.unevenness(query, scope);
  }

  @Get('changes')
  @AnswersWith(changeEffectsSchema, 'Whether the changes of a range helped, held against the points at which nothing was done.')
  changes(@Query({ schema: changeEffectsQuerySchema }) query: ChangeEffectsQuery, @ScopeOf() scope: Scope) {
    return this.desk.changeEffects(query, scope);
  }

  @Get('trend')
  @AnswersWith(trendSchema, 'A control chart of one service point or of the city.')
  trend(@Query({ schema: trendQuerySchema }) query: TrendQuery, @ScopeOf() scope: Scope) {
    return this.desk.trend(query, scope);
  }
}
