import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { filterFrom, type WaitEndsQuery, waitEndsQuerySchema, waitEndsSchema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { WaitEndings } from '@evenhand/metrics';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';

@ApiTags('answers')
@Controller('wait-ends')
export class WaitEndsController {
  constructor(private readonly endings: WaitEndings) {}

  @Get()
  @AnswersWith(waitEndsSchema, 'How waits end: the shares of people called, gone and in line yet, minute by minute.')
  read(@Query({ schema: waitEndsQuerySchema }) { where, ...query }: WaitEndsQuery, @ScopeOf() scope: Scope) {
    return this.endings.of({ ...query, where: [where].flat().map((text) => filterFrom(text)) }, scope);
  }
}
