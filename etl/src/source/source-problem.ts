/** A source folder, a file or the city cannot be used as it is; the message is a sentence that says where, what, and what is allowed. */
export class SourceProblem extends Error {
  override readonly name = 'SourceProblem';
}

/** Lists names for a sentence. */
export const named = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));
