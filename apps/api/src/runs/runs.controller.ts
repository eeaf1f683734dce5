import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type LoadRequest,
  loadRequestSchema,
  runEventsQuerySchema,
  type RunEventsQuery,
  runEventsSchema,
  type RunFilter,
  runFilterSchema,
  runSchema,
  runsSchema,
} from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { LoadDesk } from './load-desk';
import { PipelineRuns } from './pipeline-runs';
import { runNumberSchema } from './run-number';

@ApiTags('loads')
@Controller()
export class RunsController {
  constructor(
    private readonly runs: PipelineRuns,
    private readonly loads: LoadDesk,
  ) {}

  @Get('runs')
  @AnswersWith(runsSchema, 'The latest runs.')
  list(@Query({ schema: runFilterSchema }) filter: RunFilter) {
    return this.runs.list(filter);
  }

  @Get('runs/:id')
  @AnswersWith(runSchema, 'One run.')
  find(@Param('id', { schema: runNumberSchema }) id: number) {
    return this.runs.find(id);
  }

  @Get('runs/:id/events')
  @AnswersWith(runEventsSchema, 'One run and what it has said since a line; ask once a second to follow it.')
  events(@Param('id', { schema: runNumberSchema }) id: number, @Query({ schema: runEventsQuerySchema }) { after }: RunEventsQuery) {
    return this.runs.events(id, after);
  }

  @Post('runs/:id/retry')
  @HttpCode(202)
  @ApiBearerAuth('owner')
  @AnswersWith(runSchema, 'Makes a run that failed again, with the same source folder and files.', 202)
  retry(@Param('id', { schema: runNumberSchema }) id: number) {
    return this.loads.retry(id);
  }

  @Post('loads')
  @HttpCode(202)
  @ApiBearerAuth('owner')
  @AnswersWith(runSchema, 'Begins to load files of a source; follow its run at /api/runs/{id}/events.', 202)
  load(@Body({ schema: loadRequestSchema }) request: LoadRequest) {
    return this.loads.begin(request);
  }
}
