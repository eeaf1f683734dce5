import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dossierCodeSchema, dossierTimelineSchema, type TimelineQuery, timelineQuerySchema } from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { DossierTimelines } from './dossier-timelines';

@ApiTags('standards')
@Controller('dossiers')
export class DossiersController {
  constructor(private readonly timelines: DossierTimelines) {}

  @Get(':code/timeline')
  @AnswersWith(dossierTimelineSchema, 'Everything that happened to a dossier, with the working time its clock used.')
  timeline(
    @Param('code', { schema: dossierCodeSchema }) code: string,
    @Query({ schema: timelineQuerySchema }) query: TimelineQuery,
    @ScopeOf() scope: Scope,
  ) {
    return this.timelines.of(code, query, scope);
  }
}
