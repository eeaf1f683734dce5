import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { catalogSchema, citySchema } from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { CityCatalog } from './city-catalog';
import { CityDescription } from './city-description';

@ApiTags('city')
@Controller()
export class CityController {
  constructor(
    private readonly city: CityDescription,
    private readonly catalog: CityCatalog,
  ) {}

  @Get('city')
  @AnswersWith(citySchema, 'The city and the days its data covers.')
  describe() {
    return this.city.read();
  }

  @Get('catalog')
  @AnswersWith(catalogSchema, 'What can be asked, with labels in both languages.')
  list() {
    return this.catalog.read();
  }
}
