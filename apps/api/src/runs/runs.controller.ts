import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type LoadRequest, loadRequestSchema, runSchema, runsSchema } from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { LoadDesk } from './load-desk';
import { OwnerTokenGuard } from './owner-token.guard';
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
  list() {
    return this.runs.list();
  }

  @Get('runs/:id')
  @AnswersWith(runSchema, 'One run.')
  find(@Param('id', { schema: runNumberSchema }) id: number) {
    return this.runs.find(id);
  }

  @Post('loads')
  @HttpCode(202)
  @UseGuards(OwnerTokenGuard)
  @ApiBearerAuth('owner')
  @AnswersWith(runSchema, 'Begins to load files of a source; follow its run at /api/runs/{id}.', 202)
  load(@Body({ schema: loadRequestSchema }) request: LoadRequest) {
    return this.loads.begin(request);
  }
}
