import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@evenhand/contracts';

/** True for what the server says when something went wrong. */
export const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string' && 'status' in body;

const unexplained = (status: number): Problem => ({ type: 'about:blank', title: '', status, detail: '', requestId: '' });

/** What went wrong with a request, as the server put it; status 0 when it could not be reached. */
export function problemFrom(error: unknown): Problem {
  const cause = error instanceof Error && error.cause instanceof HttpErrorResponse ? error.cause : error;
  if (!(cause instanceof HttpErrorResponse)) return unexplained(0);
  return isProblem(cause.error) ? cause.error : unexplained(cause.status);
}
