import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Problem } from '@evenhand/contracts';
import { because, NotFound } from '@evenhand/domain';
import type { NextFunction, Request, Response } from 'express';
import { Problems } from './problems';
import { requestIdOf } from './request-id';

/** What was said of a body that does not come. */
const OF_ANOTHER_BODY = ['content-encoding', 'content-length', 'content-disposition', 'etag'];

/** Writes a problem as RFC 9457 has it. A response that has begun cannot be taken back: it is cut off. */
export function sendProblem(response: Response, problem: Problem): void {
  if (response.headersSent) return void response.destroy();
  for (const name of OF_ANOTHER_BODY) response.removeHeader(name);
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Answers whatever no controller and no file answers, and what goes wrong outside of controllers. Goes in last. */
export function answerTheRest(app: NestExpressApplication, problems: Problems): void {
  app.use((_request: Request, response: Response) =>
    sendProblem(response, problems.of(new NotFound('There is no such file.', because('nothing_here')), requestIdOf(response))),
  );
  // Express knows a handler of errors by its four parameters.
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) =>
    response.headersSent ? next(error) : sendProblem(response, problems.of(error, requestIdOf(response))),
  );
}
