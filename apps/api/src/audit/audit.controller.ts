import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type AuditCheckRequest,
  auditCheckRequestSchema,
  auditCheckSchema,
  type AuditExport,
  auditExportSchema,
  auditPageSchema,
  type AuditQuery,
  auditQuerySchema,
} from '@evenhand/contracts';
import type { Response } from 'express';
import { FileSender } from '../exports/file-sender';
import { AnswersWith } from '../http/answers-with';
import { AuditDesk } from './audit-desk';
import { AuditFile } from './audit-file';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly desk: AuditDesk,
    private readonly file: AuditFile,
    private readonly sender: FileSender,
  ) {}

  @Get()
  @AnswersWith(auditPageSchema, 'Who did and saw what, the last first.')
  search(@Query({ schema: auditQuerySchema }) query: AuditQuery) {
    return this.desk.search(query);
  }

  @Get('export')
  @ApiOperation({ summary: 'The entries that are searched for, all of them, as a file.' })
  @ApiOkResponse({
    description: 'CSV that a spreadsheet shows and computes nothing of, or JSON lines.',
    content: { 'text/csv': {}, 'application/x-ndjson': {} },
  })
  async export(@Query({ schema: auditExportSchema }) query: AuditExport, @Res() response: Response): Promise<void> {
    await this.sender.send(await this.file.make(query), response);
  }

  @Post('check')
  @HttpCode(200)
  @AnswersWith(auditCheckSchema, 'Follows the log from its first entry to its last, and names the first that was changed.')
  check(@Body({ schema: auditCheckRequestSchema }) request: AuditCheckRequest) {
    return this.desk.check(request);
  }
}
