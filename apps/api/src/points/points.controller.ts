import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pointsSchema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { ServicePoints } from './service-points';

@ApiTags('city')
@Controller('points')
export class PointsController {
  constructor(private readonly points: ServicePoints) {}

  @Get()
  @AnswersWith(pointsSchema, 'The service points and the branches that manage them.')
  list(@ScopeOf() scope: Scope) {
    return this.points.seenBy(scope);
  }
}
