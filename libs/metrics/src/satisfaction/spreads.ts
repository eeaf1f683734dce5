import type { Dimension, Question } from '@evenhand/domain';
import { type Hits, shrunkShare, type Spread, spreadOfShares } from '@evenhand/statistics';
import type { Count } from '../asking/count';
import type { Asked } from '../compile/draft';
import { isPlace } from '../compile/keys';
import { partsOf, type Planned } from '../compile/part';
import { numbersOf } from '../counted';
import type { Figure } from '../figure';
import type { Computation, Term } from '../registry/definition';
import { type Key, keyText } from '../results';

/** From the finest on. */
const PLACES = ['point', 'ward', 'branch'] as const satisfies readonly Dimension[];
type Place = (typeof PLACES)[number];
const isAnyPlace = (dimension: Dimension): dimension is Place => dimension === 'point' || isPlace(dimension);

/** Of fewer nothing can be learned about how they differ. */
const FEWEST_UNITS = 3;

/**
 * What the figures of a question are about: single points, wards or branches. `null` when they are about several of them
 * together, or about the whole city: then there is nothing to draw them to.
 */
function unitOf({ by, where }: Question): Place | null {
  const finest = PLACES.find((place) => by.includes(place) || where.some(({ dimension }) => dimension === place));
  if (!finest || by.includes(finest)) return finest ?? null;
  return where.some(({ dimension, values }) => dimension === finest && values.length === 1) ? finest : null;
}

const restOf = (by: readonly Dimension[]): readonly Dimension[] => by.filter((dimension) => !isAnyPlace(dimension));

/** The same question about all units of the scope, each by itself. */
const aboutPeers = (question: Question, unit: Place): Question => ({
  ...question,
  by: [unit, ...restOf(question.by)],
  where: question.where.filter(({ dimension }) => !isAnyPlace(dimension)),
});

/** How the true shares of a term differ between the units that a key belongs to; `null` where nothing can be said. */
export type Spreads = (term: Term, key: Key) => Spread | null;

type Shrunk = Extract<Computation, { kind: 'shrunk' }>;
const isShrunk = (computation: Computation): computation is Shrunk => computation.kind === 'shrunk';

function spreadsAmong(units: readonly Hits[]): Spread | null {
  const told = units.filter(({ n }) => n > 0);
  return told.length < FEWEST_UNITS ? null : spreadOfShares(told);
}

interface Finding extends Omit<Asked, 'part'> {
  readonly planned: Planned;
  readonly count: Count;
}

/** Looks at all units of the scope for those of the computations that draw shares to their mean; asks nothing for the others. */
export async function findSpreads({ planned, count, ...asked }: Finding, computations: readonly Computation[]): Promise<Spreads> {
  const unit = unitOf(asked.question);
  const shrunk = computations.filter(isShrunk);
  if (unit === null || shrunk.length === 0) return () => null;
  const question = aboutPeers(asked.question, unit);
  const rest = restOf(question.by);
  const spreads = new Map<Term, Map<string, Spread | null>>();
  for (const part of partsOf({ ...planned, question }, shrunk)) {
    const counted = await count({ ...asked, question, part });
    for (const { term } of part.wanted) {
      const units = new Map<string, Hits[]>();
      const numbersAt = numbersOf(part, term, counted);
      for (let row = 0; row < counted.keys.size; row++) {
        const numbers = numbersAt(row);
        const key = keyText(counted.keys.at(row), rest);
        units.set(key, [...(units.get(key) ?? []), { hits: numbers.number('hits'), n: numbers.number('n') }]);
      }
      spreads.set(term, new Map([...units].map(([key, hits]) => [key, spreadsAmong(hits)])));
    }
  }
  return (term, key) => spreads.get(term)?.get(keyText(key, rest)) ?? null;
}

/** A share drawn to the mean of all units, the more the fewer cases it rests on; as it is where nothing is known of the others. */
export function drawnToMean(figure: Figure, spread: Spread | null): Figure {
  if (figure.value === null || figure.cases === null || spread === null) return figure;
  const { share, bounds } = shrunkShare({ hits: figure.cases, n: figure.n }, spread);
  return { ...figure, value: share, interval: bounds };
}
