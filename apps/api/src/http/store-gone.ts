/** Codes of the system and classes of PostgreSQL that say that the store is away, busy, ending or full, not that it was asked wrongly. */
const AWAY = /^(ECONN(REFUSED|RESET|ABORTED)|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOSPC|08...|53...|57P..|58...)$/;
const SAID_WITHOUT_CODE = [
  'Connection terminated',
  'Client has encountered a connection error',
  'timeout exceeded when trying to connect',
  'PGlite is closed',
  'The embedded records stayed busy',
  'Driver not Connected',
];

const causesOf = (error: object): readonly unknown[] => [
  ...('driverError' in error ? [error.driverError] : []),
  ...('cause' in error ? [error.cause] : []),
  ...(error instanceof AggregateError ? (error.errors as readonly unknown[]) : []),
];

/** Whether an error means that a store does not answer. */
export function isStoreGone(error: unknown, depth = 3): boolean {
  if (typeof error !== 'object' || error === null || depth === 0) return false;
  if ('code' in error && typeof error.code === 'string' && AWAY.test(error.code)) return true;
  if (error instanceof Error && SAID_WITHOUT_CODE.some((words) => error.message.includes(words))) return true;
  return causesOf(error).some((cause) => isStoreGone(cause, depth - 1));
}
