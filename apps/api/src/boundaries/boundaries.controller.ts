import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { boundariesSchema } from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { WardBoundaries } from './ward-boundaries';

@ApiTags('city')
@Controller('boundaries')
export class BoundariesController {
  constructor(private readonly boundaries: WardBoundaries) {}

  @Get()
  @AnswersWith(boundariesSchema, 'Where the units lie, from the GeoJSON file of the operator.')
  read() {
    return this.boundaries.read();
  }
}
