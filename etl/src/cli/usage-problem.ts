/** The command line cannot be understood; the message says what is missing or allowed. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}
