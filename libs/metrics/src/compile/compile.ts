import { identifier, literal, sql, type Sql } from '@evenhand/warehouse';
import { judged } from '../facts/judgements';
import { isGrain } from './buckets';
import { type Asked, type Draft, statementOf, type Step } from './draft';
import { conditionsOf, inScope } from './filters';
import { isPlace, type KeyContext, keyOf, withPlaces } from './keys';
import { measured } from './measures';
import { counted, lookedAt } from './stock';

const keyContext = ({ day }: Draft, { part, city }: Asked): KeyContext => ({
  fact: part.fact,
  day,
  placeDay: sql`assumeNotNull(${identifier(part.day)})`,
  zone: literal(city.zone),
});

const scoped: Step = (draft, { scope }) => ({ ...draft, where: [...draft.where, ...inScope(scope)] });

// The buckets of a stock have been chosen by these filters already.
const isSpent = ({ part }: Asked, dimension: Parameters<typeof isGrain>[0]): boolean => part.isStock && isGrain(dimension);

const filtered: Step = (draft, asked) => ({
  ...draft,
  where: [
    ...draft.where,
    ...asked.question.where
      .filter(({ dimension }) => !isSpent(asked, dimension))
      .flatMap((filter) => conditionsOf(filter, keyContext(draft, asked))),
  ],
});

const placed: Step = (draft, asked) => {
  const { by, where } = asked.question;
  const needsPlaces = by.some(isPlace) || where.some(({ dimension }) => isPlace(dimension));
  return needsPlaces ? { ...draft, from: withPlaces(draft.from, keyContext(draft, asked).placeDay) } : draft;
};

/** The column of a dimension in the statement's result. */
export const keyColumn = (dimension: string): string => `key_${dimension}`;

const brokenDown: Step = (draft, asked) => {
  const names = asked.question.by.map((dimension) => identifier(keyColumn(dimension)));
  const columns = asked.question.by.map(
    (dimension) => sql`${keyOf(dimension, keyContext(draft, asked))} AS ${identifier(keyColumn(dimension))}`,
  );
  return { ...draft, select: [...draft.select, ...columns], keys: names };
};

const PLACING: readonly Step[] = [scoped, filtered, placed];

/** Which cases are looked at. */
export const CHOOSING: readonly Step[] = [counted, ...PLACING];

/** The same with those that do not count at the moment of a stock. */
export const LOOKING: readonly Step[] = [lookedAt, ...PLACING];

/** How they are added up. */
const ADDING: readonly Step[] = [brokenDown, measured];

const NO_MOMENT = sql`NULL`;

const rowsOf = ({ part, known, city }: Asked): Sql =>
  part.from === 'rollup' ? known.rows(part.fact) : judged(part.fact, known.rows(part.fact), { city, known, moment: NO_MOMENT });

const emptyDraft = (asked: Asked): Draft => ({
  with: [],
  select: [],
  from: rowsOf(asked),
  where: [],
  keys: [],
  day: identifier(asked.part.day),
  moment: NO_MOMENT,
});

/** Runs steps over an empty draft. */
export const draftBy = (steps: readonly Step[], asked: Asked): Draft =>
  steps.reduce((draft, step) => step(draft, asked), emptyDraft(asked));

/** The statement that answers one part of a question for those points of the city that the asker may see. */
export const compile = (asked: Asked): Sql => statementOf(draftBy([...CHOOSING, ...ADDING], asked));
