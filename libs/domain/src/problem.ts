/** The caller asked for something that cannot be answered; the message is a sentence that says what is allowed. */
export class InvalidQuery extends Error {
  override readonly name = 'InvalidQuery';
  constructor(
    /** Which part of the question is at fault, e.g. `metrics` or `where.field`. */
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** The thing named does not exist. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}
