import type { Dimension } from '@evenhand/domain';
import { type Computation, termsOf } from './registry/definition';
import type { Key } from './results';

/** Dimensions whose values are people and places of work: what the source did not name is not one of them. */
const NAMED: readonly Dimension[] = ['agent', 'counter'];

/**
 * Tells of any row whether a metric means anything for it. Work by nobody named and the days of nobody named are not of the
 * same person: a ratio of two kinds of case means nothing there.
 */
export function appliesTo(computation: Computation): (key: Key) => boolean {
  const kinds = new Set(termsOf(computation).map(({ entity }) => entity)).size;
  return kinds < 2 ? () => true : (key) => !NAMED.some((dimension) => key[dimension] === null);
}
