import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type ScheduleChange, scheduleChangeSchema, scheduleSchema, schedulesSchema } from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { ScheduleDesk } from './schedule-desk';
import { sourceNameSchema } from './source-name';

@ApiTags('pipeline')
@Controller()
export class SchedulesController {
  constructor(private readonly desk: ScheduleDesk) {}

  @Get('schedules')
  @AnswersWith(schedulesSchema, 'What is pulled by itself: when last, when next, and what became of it.')
  list() {
    return this.desk.list();
  }

  @Post('schedules/:source')
  @HttpCode(200)
  @ApiBearerAuth('owner')
  @AnswersWith(scheduleSchema, 'Pauses or resumes a schedule, or has its source pulled at once.')
  change(@Param('source', { schema: sourceNameSchema }) source: string, @Body({ schema: scheduleChangeSchema }) change: ScheduleChange) {
    return this.desk.change(source, change);
  }
}
