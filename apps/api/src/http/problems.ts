import { HttpException, Inject, Injectable } from '@nestjs/common';
import type { Problem } from '@evenhand/contracts';
import { because, Cancelled, InvalidQuery, NotAllowed, NotFound, type Reason, TooCostly } from '@evenhand/domain';
import { SourceProblem } from '@evenhand/etl';
import { WarehouseError } from '@evenhand/warehouse';
import { LOG, type Logger } from '../connections';
import { Refusal } from './refusal';
import { isStoreGone } from './store-gone';

type Kind = Omit<Problem, 'requestId'>;

const kind = (name: string, title: string, status: number, detail: string, reason?: Reason): Kind => ({
  type: `urn:evenhand:problem:${name}`,
  title,
  status,
  detail,
  ...(reason && { reason: { code: reason.code, params: { ...reason.params } } }),
});

const unreadable = (): Kind =>
  kind('unreadable-body', 'The body cannot be read', 400, 'The body of the request is not valid JSON.', because('unreadable_body'));
const tooLarge = (): Kind =>
  kind(
    'too-large',
    'The request is too large',
    413,
    'The body of the request is too large; ask fewer questions at once.',
    because('too_large'),
  );
const notFound = (detail: string, reason: Reason | undefined): Kind => kind('not-found', 'Not found', 404, detail, reason);
const unavailable = (): Kind =>
  kind(
    'warehouse-unavailable',
    'The warehouse cannot answer',
    503,
    'The warehouse could not answer this; try again in a moment.',
    because('warehouse_unavailable'),
  );
const storesGone = (): Kind =>
  kind(
    'stores-unavailable',
    'The stores cannot answer',
    503,
    'A store of this server does not answer; try again in a moment.',
    because('stores_unavailable'),
  );
const internal = (): Kind =>
  kind(
    'internal',
    'Something went wrong',
    500,
    'Something went wrong on the server; its log has the reason under this request id.',
    because('internal'),
  );

/** What the HTTP layers below throw: errors that carry a status, as body parsers and the framework do. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
}

function kindOf(error: unknown): Kind {
  if (error instanceof InvalidQuery)
    return { ...kind('invalid-query', 'The request cannot be answered', 400, error.message, error.reason), field: error.field };
  if (error instanceof TooCostly)
    return { ...kind('too-costly', 'The answer would cost too much', 422, error.message, error.reason), field: error.field };
  if (error instanceof Cancelled) return kind('cancelled', 'Cancelled', 409, error.message, because('cancelled'));
  if (error instanceof Refusal) return kind(error.kind.id, error.kind.title, error.status, error.message, error.kind.reason);
  if (error instanceof NotAllowed) return kind('not-allowed', 'Not allowed', 403, error.message, error.reason);
  if (error instanceof NotFound) return notFound(error.message, error.reason);
  if (error instanceof SourceProblem)
    return kind('source', 'The source cannot be loaded', 400, error.message, because('source_unreadable'));
  if (error instanceof WarehouseError) return unavailable();
  if (isStoreGone(error)) return storesGone();
  const status = statusOf(error);
  if (status === 404) return notFound('There is nothing at this address; /api/openapi.json lists what there is.', because('nothing_here'));
  if (status === 401)
    return kind(
      'not-allowed',
      'Not allowed',
      401,
      'This address wants the token of the data folder as "authorization: Bearer …".',
      because('owner_token_wanted'),
    );
  if (status === 413) return tooLarge();
  if (status === 503) return storesGone();
  if (status >= 400 && status < 500) return { ...unreadable(), status };
  return internal();
}

const causeOf = (error: unknown): object =>
  error instanceof WarehouseError
    ? { message: error.message, code: error.code, query: error.query, stack: error.stack }
    : error instanceof Error
      ? { message: error.message, stack: error.stack, reason: String(error.cause ?? '') }
      : { message: String(error) };

/** Turns whatever was thrown into a problem without stack, SQL, path or host; the cause of a server's fault goes to the log. */
@Injectable()
export class Problems {
  constructor(@Inject(LOG) private readonly log: Logger) {}

  of(error: unknown, requestId: string): Problem {
    const problem: Problem = { ...kindOf(error), requestId };
    if (problem.status >= 500) this.log.error({ event: 'failure', requestId, status: problem.status, cause: causeOf(error) });
    return problem;
  }
}
