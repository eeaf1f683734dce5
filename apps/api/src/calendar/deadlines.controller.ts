import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FindingsQuery, findingsQuerySchema, findingsSchema } from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { DeadlineDesk } from './deadline-desk';

@ApiTags('calendar')
@Controller('deadlines')
export class DeadlinesController {
  constructor(private readonly desk: DeadlineDesk) {}

  @Get('findings')
  @AnswersWith(findingsSchema, 'What stands out about the clocks of dossiers received in a range.')
  findings(@Query({ schema: findingsQuerySchema }) query: FindingsQuery) {
    return this.desk.findings(query);
  }
}
