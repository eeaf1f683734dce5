import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type AuditCheckRequest,
  auditCheckRequestSchema,
  auditCheckSchema,
  auditPageSchema,
  type AuditQuery,
  auditQuerySchema,
} from '@evenhand/contracts';
import { AnswersWith } from '../http/answers-with';
import { AuditDesk } from './audit-desk';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly desk: AuditDesk) {}

  @Get()
  @AnswersWith(auditPageSchema, 'Who did and saw what, the last first.')
  search(@Query({ schema: auditQuerySchema }) query: AuditQuery) {
    return this.desk.search(query);
  }

  @Post('check')
  @HttpCode(200)
  @AnswersWith(auditCheckSchema, 'Follows the log from its first entry to its last, and names the first that was changed.')
  check(@Body({ schema: auditCheckRequestSchema }) request: AuditCheckRequest) {
    return this.desk.check(request);
  }
}
