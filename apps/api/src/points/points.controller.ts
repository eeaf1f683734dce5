import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pointsSchema } from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { ServicePoints } from './service-points';

@ApiTags('city')
@Controller('points')
export class PointsController {
  constructor(private readonly points: ServicePoints) {}

  @Get()
  @AnswersWith(pointsSchema, 'The service points and the branches that manage them.')
  list() {
    return this.points.list();
  }
}
