import { because, type Dimension, InvalidQuery, type Question, startOfMonth } from '@evenhand/domain';

/** Who people are and when they came is nobody's business but theirs. */
const NOT_PUBLIC: readonly Dimension[] = ['agent', 'counter', 'day', 'week', 'half_hour'];
export const PLACES: readonly Dimension[] = ['point', 'ward', 'branch'];

/** Why the public names no moment. */
export const noMomentForThePublic = (): InvalidQuery =>
  new InvalidQuery(
    'asOf',
    'The public sees each month as it was told; two moments together would tell of the cases between them.',
    because('public_only'),
  );

/** So many years of pieces are judged together for one answer. */
const MOST_YEARS = 5;

/** The dimensions of the cases themselves: neither where nor when. */
export const kindsIn = ({ by, where }: Question): readonly Dimension[] => [
  ...new Set([...by, ...where.map(({ dimension }) => dimension)].filter((one) => !PLACES.includes(one) && one !== 'month')),
];

const namesPlaces = ({ by, where }: Question): boolean =>
  [...by, ...where.map(({ dimension }) => dimension)].some((one) => PLACES.includes(one));

function checkKinds(question: Question): void {
  const [kind, second] = kindsIn(question);
  const other = second ?? (namesPlaces(question) ? 'a place' : undefined);
  if (kind !== undefined && other !== undefined)
    throw new InvalidQuery(
      'view',
      `The public sees figures by place or by one other dimension, not by "${kind}" and ${second ? `"${second}"` : other} together.`,
      because('public_only'),
    );
}

/**
 * Holds a public question to whole months, to what is not about single people, and to the tables whose pieces are judged.
 * Throws {@link InvalidQuery}.
 */
export function checkPublic(question: Question): void {
  const { from, to, by, where, asOf } = question;
  const dimension = [...by, ...where.map((filter) => filter.dimension)].find((one) => NOT_PUBLIC.includes(one));
  if (dimension !== undefined) throw new InvalidQuery('view', `The public sees no figures by "${dimension}".`, because('public_only'));
  checkKinds(question);
  for (const [field, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (startOfMonth(day) !== day)
      throw new InvalidQuery(
        field,
        `"${day}" begins no month; public figures are of whole months, for example from ${startOfMonth(day)}.`,
        because('not_first_of_month', { value: day }),
      );
  }
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) >= MOST_YEARS)
    throw new InvalidQuery(
      'to',
      `"${to}" is too far from "${from}"; public figures cover at most ${MOST_YEARS} calendar years at once.`,
      because('public_only'),
    );
  if (asOf !== undefined) throw noMomentForThePublic();
}
