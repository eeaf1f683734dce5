import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { liveSchema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { WaitingNow } from './waiting-now';

@ApiTags('answers')
@Controller('live')
export class LiveController {
  constructor(private readonly waiting: WaitingNow) {}

  @Get()
  @AnswersWith(liveSchema, 'People in line at the moment, by point, and how many will have waited too long.')
  read(@ScopeOf() scope: Scope) {
    return this.waiting.read(scope);
  }
}
