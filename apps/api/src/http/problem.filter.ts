import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { Problems } from './problems';
import { Refusal } from './refusal';
import { requestIdOf } from './request-id';
import { sendProblem } from './send-problem';

/** The one place where an error of a controller becomes a response. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly problems: Problems) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (error instanceof Refusal && !response.headersSent) response.set(error.headers);
    sendProblem(response, this.problems.of(error, requestIdOf(response)));
  }
}
