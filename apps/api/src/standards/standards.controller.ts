import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type BreachesQuery,
  breachesQuerySchema,
  breachesSchema,
  type PreviewQuery,
  previewQuerySchema,
  type SetStandard,
  setStandardSchema,
  standardIdSchema,
  standardPageSchema,
  standardPreviewSchema,
  standardsSchema,
  standardVolumeSchema,
  type VerdictsQuery,
  verdictsQuerySchema,
  verdictsSchema,
  type VolumeQuery,
  volumeQuerySchema,
} from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import { authorOf, type Identity } from '../access/identity';
import { Who } from '../access/who';
import { AnswersWith } from '../http/answers-with';
import { ScopeOf } from '../http/scope-of';
import { StandardsDesk } from './standards-desk';

@ApiTags('standards')
@Controller('standards')
export class StandardsController {
  constructor(private readonly desk: StandardsDesk) {}

  @Get()
  @AnswersWith(standardsSchema, 'The rules by which the city is judged, with their numbers and history.')
  list() {
    return this.desk.list();
  }

  @Get(':id')
  @AnswersWith(standardPageSchema, 'All about one standard: definition, citation, history and worked examples with their outcome.')
  page(@Param('id', { schema: standardIdSchema }) id: string) {
    return this.desk.page(id);
  }

  @Get(':id/preview')
  @AnswersWith(standardPreviewSchema, 'What a change would do to the verdicts of a period; nothing is written.')
  preview(
    @Param('id', { schema: standardIdSchema }) id: string,
    @Query({ schema: previewQuerySchema }) query: PreviewQuery,
    @ScopeOf() scope: Scope,
  ) {
    return this.desk.preview(id, query, scope);
  }

  @Get(':id/volume')
  @AnswersWith(standardVolumeSchema, 'How many cases and points would break the standard by other numbers; nothing is written.')
  volume(
    @Param('id', { schema: standardIdSchema }) id: string,
    @Query({ schema: volumeQuerySchema }) query: VolumeQuery,
    @ScopeOf() scope: Scope,
  ) {
    return this.desk.volume(id, query, scope);
  }

  @Put(':id')
  @ApiBearerAuth('owner')
  @AnswersWith(standardPageSchema, 'Sets numbers of a standard anew from a day on; earlier days are judged as they were.')
  set(
    @Param('id', { schema: standardIdSchema }) id: string,
    @Body({ schema: setStandardSchema }) change: SetStandard,
    @Who() who: Identity,
  ) {
    return this.desk.set(id, change, authorOf(who));
  }

  @Get(':id/verdicts')
  @AnswersWith(verdictsSchema, 'What a standard comes to, by point and period.')
  verdicts(
    @Param('id', { schema: standardIdSchema }) id: string,
    @Query({ schema: verdictsQuerySchema }) query: VerdictsQuery,
    @ScopeOf() scope: Scope,
  ) {
    return this.desk.verdicts(id, query, scope);
  }

  @Get(':id/breaches')
  @AnswersWith(breachesSchema, 'The cases that broke a standard, page by page.')
  breaches(
    @Param('id', { schema: standardIdSchema }) id: string,
    @Query({ schema: breachesQuerySchema }) query: BreachesQuery,
    @ScopeOf() scope: Scope,
  ) {
    return this.desk.breaches(id, query, scope);
  }
}
