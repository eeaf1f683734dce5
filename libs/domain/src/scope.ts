/**
 * Which service points the asker may see. Every question is asked with a scope;
 * an empty list of points answers with nothing, never with everything.
 */
export interface Scope {
  readonly points: 'all' | readonly string[];
}

/** Every point of the city. */
export const wholeCity: Scope = { points: 'all' };
