import type { Reason } from './reason';

/** The caller asked for something that cannot be answered; the message is a sentence that says what is allowed. */
export class InvalidQuery extends Error {
  override readonly name = 'InvalidQuery';
  constructor(
    /** Which part of the question is at fault, e.g. `metrics` or `where.field`. */
    readonly field: string,
    message: string,
    readonly reason?: Reason,
  ) {
    super(message);
  }
}

/** The thing named does not exist. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  constructor(
    message: string,
    readonly reason?: Reason,
  ) {
    super(message);
  }
}

/** The answer would cost more rows, time or memory than one question may have; the message is a sentence that says what helps. */
export class TooCostly extends Error {
  override readonly name = 'TooCostly';
  constructor(
    /** Which part of the question makes it so. */
    readonly field: string,
    message: string,
    readonly reason?: Reason,
  ) {
    super(message);
  }
}

/** Whoever asked wants no answer any more. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  constructor() {
    super('The answer is not wanted any more.');
  }
}

/** What the asker may not see or do. The message says to whom it is open. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
  constructor(
    message: string,
    readonly reason?: Reason,
  ) {
    super(message);
  }
}
