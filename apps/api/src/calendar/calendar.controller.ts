import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type CalendarQuery,
  calendarQuerySchema,
  calendarYearSchema,
  changeResultSchema,
  type SetDay,
  setDaySchema,
} from '@evenhand/contracts';
import { authorOf, type Identity } from '../access/identity';
import { Who } from '../access/who';
import { AnswersWith } from '../http/answers-with';
import { dayPathSchema } from './path-schemas';
import { RegisterDesk } from './register-desk';

@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly desk: RegisterDesk) {}

  @Get()
  @AnswersWith(calendarYearSchema, 'The working calendar of a year.')
  read(@Query({ schema: calendarQuerySchema }) query: CalendarQuery) {
    return this.desk.calendar(query);
  }

  @Put('days/:day')
  @ApiBearerAuth('owner')
  @AnswersWith(changeResultSchema, 'Says what a day is; deadlines follow at once.')
  set(@Param('day', { schema: dayPathSchema }) day: string, @Body({ schema: setDaySchema }) said: SetDay, @Who() who: Identity) {
    return this.desk.setDay(day, said, authorOf(who));
  }
}
