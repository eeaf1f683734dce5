import { applyDecorators, Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type AnswerExport,
  answerExportSchema,
  type BreachesExport,
  breachesExportSchema,
  dossierCodeSchema,
  type FigureEvidence,
  figureEvidenceSchema,
  type II06Export,
  ii06ExportSchema,
  type Index766Export,
  index766ExportSchema,
  type QuarterlyExport,
  quarterlyExportSchema,
  type StandardEvidence,
  standardEvidenceSchema,
  standardIdSchema,
  type TimelineExport,
  timelineExportSchema,
  type VerdictsExport,
  verdictsExportSchema,
} from '@evenhand/contracts';
import { type Scope } from '@evenhand/domain';
import type { Response } from 'express';
import { authorOf, type Identity } from '../access/identity';
import { Who } from '../access/who';
import { ScopeOf } from '../http/scope-of';
import { ExportDesk } from './export-desk';
import { SiteOf } from './site-of';

/** Documents a route that answers with a file. */
const SendsFile = (summary: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiOkResponse({
      description: 'A file. The header x-rows says how many rows of how many it holds; the file says why where it is not all.',
      content: { 'text/csv': {}, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {}, 'application/pdf': {} },
    }),
  );

/** Documents a route that answers with several files in one. */
const SendsPack = (summary: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiOkResponse({
      description: 'A ZIP; its manifest.json comes last and holds the hash of each file.',
      content: { 'application/zip': {} },
    }),
  );

@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(private readonly desk: ExportDesk) {}

  @Get('answer')
  @SendsFile('The figures that answer a question, as a file.')
  answer(
    @Query({ schema: answerExportSchema }) query: AnswerExport,
    @SiteOf() site: string,
    @ScopeOf() scope: Scope,
    @Res() response: Response,
  ) {
    return this.desk.send((files) => files.answer.make(query, site, scope), response);
  }

  @Get('evidence')
  @SendsPack('A figure with its definition, statements, cases and print, and a manifest with their hashes.')
  figureEvidence(
    @Query({ schema: figureEvidenceSchema }) query: FigureEvidence,
    @SiteOf() site: string,
    @Who() who: Identity,
    @ScopeOf() scope: Scope,
    @Res() response: Response,
  ) {
    return this.desk.send((files) => files.figureEvidence.make(query, { site, madeBy: authorOf(who), scope }), response);
  }

  @Get('standards/:id/evidence')
  @SendsPack('What a standard comes to with its definition, statements, breaches and print, and a manifest with their hashes.')
  standardEvidence(
    @Param('id', { schema: standardIdSchema }) id: string,
    @Query({ schema: standardEvidenceSchema }) query: StandardEvidence,
    @SiteOf() site: string,
    @Who() who: Identity,
    @ScopeOf() scope: Scope,
    @Res() response: Response,
  ) {
    return this.desk.send((files) => files.standardEvidence.make(id, query, { site, madeBy: authorOf(who), scope }), response);
  }

  @Get('ii06')
  @SendsFile('Form II.06 as a file.')
  ii06(@Query({ schema: ii06ExportSchema }) query: II06Export, @SiteOf() site: string, @ScopeOf() scope: Scope, @Res() response: Response) {
    return this.desk.send((files) => files.ii06.make(query, site, scope), response);
  }

  @Get('quarterly')
  @SendsFile('The quarterly evaluation as a file.')
  quarterly(
    @Query({ schema: quarterlyExportSchema }) query: QuarterlyExport,
    @SiteOf() site: string,
    @ScopeOf() scope: Scope,
    @Res() response: Response,
  ) {
    return this.desk.send((files) => files.quarterly.make(query, site, scope), response);
  }

  @Get('index-766')
  @SendsFile('Index 766 as a file.')
  index766(
    @Query({ schema: index766ExportSchema }) query: Index766Export,
    @SiteOf() site: string,
    @ScopeOf() scope: Scope,
    @Res() response: Response,
  ) {
    return this.desk.send((files) => files.index766.make(query, site, scope), response);
  }

  @Get('standards/:id/verdicts')
  @SendsFile('What a standard comes to, by point and period, as a file.')
  verdicts(
    @Param('id', { schema: standardIdSchema }) id: string,
    @Query({ schema: verdictsExportSchema }) query: VerdictsExport,
    @SiteOf() site: string,
    @ScopeOf() scope: Scope,
    @Res() response: Response,
  ) {
    return this.desk.send((files) => files.verdicts.make(id, query, site, scope), response);
  }

  @Get('standards/:id/breaches')
  @SendsFile('The cases that broke a standard, as a file.')
  breaches(
    @Param('id', { schema: standardIdSchema }) id: string,
    @Query({ schema: breachesExportSchema }) query: BreachesExport,
    @SiteOf() site: string,
    @ScopeOf() scope: Scope,
    @Res() response: Response,
  ) {
    return this.desk.send((files) => files.breaches.make(id, query, site, scope), response);
  }

  @Get('dossiers/:code/timeline')
  @SendsFile('Everything that happened to a dossier, as a file.')
  timeline(
    @Param('code', { schema: dossierCodeSchema }) code: string,
    @Query({ schema: timelineExportSchema }) query: TimelineExport,
    @SiteOf() site: string,
    @ScopeOf() scope: Scope,
    @Res() response: Response,
  ) {
    return this.desk.send((files) => files.timeline.make(code, query, site, scope), response);
  }
}
