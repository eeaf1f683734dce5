import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type WallboardQuery, wallboardQuerySchema, wallboardSchema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { Wallboards } from './wallboards';

@ApiTags('answers')
@Controller('wallboard')
export class WallboardController {
  constructor(private readonly boards: Wallboards) {}

  @Get()
  @AnswersWith(wallboardSchema, 'What a screen on a wall shows of the city, of a branch or of a point.')
  read(@Query({ schema: wallboardQuerySchema }) query: WallboardQuery, @ScopeOf() scope: Scope) {
    return this.boards.read(query, scope);
  }
}
