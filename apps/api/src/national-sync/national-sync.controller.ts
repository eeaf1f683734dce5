import { Controller, HttpCode, Inject, Post, Req, UseFilters, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { openApiOf } from '../openapi/openapi-schema';
import { readBody } from './read-body';
import { SenderGuard, SenderOf } from './sender.guard';
import { syncCallSchema } from './sync-call';
import { SyncDesk } from './sync-desk';
import { SyncReplyFilter } from './sync-reply.filter';
import { syncReplySchema } from './sync-reply';
import { SYNC_SETTINGS, type SyncSettings } from './sync-settings';

const replies = (status: number, description: string): MethodDecorator =>
  ApiResponse({ status, description, standardSchema: syncReplySchema });

@ApiTags('senders')
@Controller('national-sync')
@UseFilters(SyncReplyFilter)
export class NationalSyncController {
  constructor(
    private readonly desk: SyncDesk,
    @Inject(SYNC_SETTINGS) private readonly settings: SyncSettings,
  ) {}

  @Post()
  @HttpCode(200)
  @UseGuards(SenderGuard)
  @ApiBearerAuth('sender')
  @ApiOperation({
    summary: 'Takes dossiers and their steps in the format of the national dossier sync.',
    description:
      'A reply with error_code "0" means that everything in the call is kept and will be loaded; with any other, nothing of it is.',
  })
  @ApiBody({ schema: openApiOf(syncCallSchema, 'input').schema })
  @replies(
    200,
    'error_code "0" accepted, "-3" a dossier exists already (send it as an update), "-1" the call or "-2" a record cannot be read.',
  )
  @replies(401, 'error_code "-4": the token belongs to no active sender.')
  @replies(413, 'error_code "-5": the call is too large.')
  @replies(429, 'error_code "-6": too much waits to be loaded; send again after the seconds in Retry-After.')
  @replies(503, 'error_code "-9": the call could not be kept; send again after the seconds in Retry-After.')
  async take(@SenderOf() sender: string, @Req() request: Request) {
    return this.desk.accept(sender, await readBody(request, this.settings.largestCall));
  }
}
