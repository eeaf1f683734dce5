import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type DecideMatter,
  decideMatterSchema,
  matterCareSchema,
  matterCaresSchema,
  matterCauseSchema,
  matterPointSchema,
} from '@evenhand/contracts';
import type { MatterCause, Scope } from '@evenhand/domain';
import type { Identity } from '../access/identity';
import { Who } from '../access/who';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { MatterDesk } from './matter-desk';

@ApiTags('matters')
@Controller('matters')
export class MattersController {
  constructor(private readonly desk: MatterDesk) {}

  @Get()
  @AnswersWith(matterCaresSchema, 'Who takes care of what asks for somebody, until when, and what is put off.')
  list(@Who() who: Identity, @ScopeOf() scope: Scope) {
    return this.desk.list(who, scope);
  }

  @Put(':cause/:point')
  @AnswersWith(matterCareSchema, 'Says who takes care of a matter and until when, or puts it off with a reason.')
  decide(
    @Param('cause', { schema: matterCauseSchema }) cause: MatterCause,
    @Param('point', { schema: matterPointSchema }) point: string,
    @Body({ schema: decideMatterSchema }) wanted: DecideMatter,
    @Who() who: Identity,
    @ScopeOf() scope: Scope,
  ) {
    return this.desk.decide({ cause, point }, wanted, who, scope);
  }
}
