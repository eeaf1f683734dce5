import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { AnswersWith } from '../http/answers-with';
import { QueueEventsDesk } from './queue-events-desk';
import { sourceNameSchema } from './source-name';

const acceptedSchema = z
  .object({ accepted: z.number().int().describe('Events that are kept and will be loaded.') })
  .meta({ id: 'QueueEventsAccepted', description: 'All events of the call are on the disk.' });

@ApiTags('senders')
@Controller('queue-events')
export class QueueEventsController {
  constructor(private readonly desk: QueueEventsDesk) {}

  @Post(':source')
  @HttpCode(202)
  @ApiBody({
    schema: { type: 'object', additionalProperties: true },
    description: 'One event, a list of events, or JSON lines (application/x-ndjson), signed with the secret of the source.',
  })
  @AnswersWith(acceptedSchema, 'Takes events of queue tickets. Sent again after a lost answer, they count once.', 202)
  take(@Param('source', { schema: sourceNameSchema }) source: string, @Req() request: Request) {
    return this.desk.accept(source, request);
  }
}
