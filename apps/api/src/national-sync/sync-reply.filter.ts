import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { Problems } from '../http/problems';
import { requestIdOf } from '../http/request-id';
import type { SyncReply } from './sync-reply';
import { notKept, SyncRefusal } from './sync-refusal';

/** Senders read one form of reply, whatever went wrong. */
@Catch()
export class SyncReplyFilter implements ExceptionFilter {
  constructor(private readonly problems: Problems) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { code, message, answer } = error instanceof SyncRefusal ? error : this.notKept(error, requestIdOf(response));
    const reply: SyncReply = { error_code: code, message };
    response.status(answer.status).set(answer.headers).json(reply);
  }

  private notKept(error: unknown, requestId: string): SyncRefusal {
    this.problems.of(error, requestId);
    return notKept(requestId);
  }
}
