import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type QuarantineExport,
  quarantineCountsSchema,
  quarantineExportSchema,
  type QuarantineFilter,
  quarantineFilterSchema,
  type QuarantineQuery,
  quarantineQuerySchema,
  quarantineSchema,
  replaySchema,
} from '@evenhand/contracts';
import type { Response } from 'express';
import type { Scope } from '@evenhand/domain';
import type { SeenPoints } from '@evenhand/etl';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { SeenPointsOf } from '../http/seen-points-of';
import { QuarantineDesk } from './quarantine-desk';

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' } as const;

@ApiTags('quarantine')
@Controller('quarantine')
export class QuarantineController {
  constructor(private readonly desk: QuarantineDesk) {}

  @Get()
  @AnswersWith(quarantineSchema, 'A page of the records that broke a law.')
  page(@Query({ schema: quarantineQuerySchema }) query: QuarantineQuery, @SeenPointsOf() points: SeenPoints, @ScopeOf() scope: Scope) {
    return this.desk.page(query, { ...scope, points });
  }

  @Get('counts')
  @AnswersWith(quarantineCountsSchema, 'How many records broke which law.')
  counts(@Query({ schema: quarantineFilterSchema }) filter: QuarantineFilter, @SeenPointsOf() points: SeenPoints) {
    return this.desk.counts({ ...filter, points });
  }

  @Get('export')
  @ApiOperation({ summary: 'The records that broke a law, as a file.' })
  @ApiOkResponse({
    description: 'CSV that a spreadsheet shows and computes nothing of, or JSON lines.',
    content: { 'text/csv': {}, 'application/x-ndjson': {} },
  })
  async export(
    @Query({ schema: quarantineExportSchema }) query: QuarantineExport,
    @SeenPointsOf() points: SeenPoints,
    @ScopeOf() scope: Scope,
    @Res({ passthrough: true }) response: Response,
  ) {
    response.attachment(`quarantine.${query.format}`).type(TYPES[query.format]);
    return this.desk.export(query, { ...scope, points });
  }

  @Post('replay')
  @HttpCode(200)
  @ApiBearerAuth('owner')
  @AnswersWith(replaySchema, 'Tries records again after something was mended; who is accepted leaves quarantine.')
  replay(@Body({ schema: quarantineFilterSchema }) filter: QuarantineFilter) {
    return this.desk.replay(filter);
  }
}
