import {
  addDays,
  type Against,
  type Answer,
  type AnswerRow,
  type ComparedWith,
  type Day,
  type Dimension,
  InvalidQuery,
  type MetricKind,
  type Question,
  type Value,
} from '@evenhand/domain';
import { isGrain } from '../compile/buckets';
import { isPlace } from '../compile/keys';
import { keyText } from '../results';
import { type ComparedDays, comparedDays } from './periods';
import { differenceOf } from './difference';

const isAnyPlace = (dimension: Dimension): boolean => dimension === 'point' || isPlace(dimension);

/** Offices close at five; what is known up to a later hour is known for the whole day. */
const DAY_ENDS_AT = 17;

/** The first day of which not everything is known, by the city's clock; `null` before anything is. */
export function firstOpenDay({ rows }: Answer, zone: string): Day | null {
  const instants = rows.flatMap(({ values }) => Object.values(values).flatMap(({ asOf }) => (asOf === null ? [] : [asOf])));
  const [least] = instants.toSorted();
  if (least === undefined) return null;
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(least));
  const day = local.slice(0, 10);
  return Number(local.slice(11, 13)) >= DAY_ENDS_AT ? addDays(day, 1) : day;
}

/** Checks what can be compared. Throws {@link InvalidQuery}. */
export function checkCompared({ compare = [], by, where }: Question): void {
  const time = [...by, ...where.map(({ dimension }) => dimension)].find(isGrain);
  const earlier = compare.find((one) => one !== 'city');
  if (earlier !== undefined && time !== undefined)
    throw new InvalidQuery(
      'compare',
      `A ${time} has no counterpart in another period; leave "${time}" out, or ask for the other period by itself.`,
    );
  const places = [...by, ...where.map(({ dimension }) => dimension)].some(isAnyPlace);
  if (compare.includes('city') && !places)
    throw new InvalidQuery('compare', 'This is about the whole city already; name a point, ward or branch to compare with "city".');
}

/** The question whose answer the figures are held against. */
function otherQuestion(question: Question, compared: ComparedWith, { range }: ComparedDays): Question {
  const { by, where } = question;
  if (compared !== 'city') return { ...question, ...range };
  return {
    ...question,
    ...range,
    by: by.filter((one) => !isAnyPlace(one)),
    where: where.filter(({ dimension }) => !isAnyPlace(dimension)),
  };
}

interface Holding {
  readonly answer: Answer;
  readonly zone: string;
  readonly kindOf: (metric: string) => MetricKind;
  /** Answers another question in the same reading, shown to the same eyes. */
  readonly ask: (question: Question) => Promise<Answer>;
}

/** Holds each figure of an answer against what its question names. */
export async function withAgainst({ answer, zone, kindOf, ask }: Holding): Promise<Answer> {
  const { question } = answer;
  const plain: Question = { ...question, compare: undefined };
  const openDay = firstOpenDay(answer, zone);
  const found = await Promise.all(
    (question.compare ?? []).map(async (compared) => {
      const days = comparedDays(question, compared, openDay);
      if (days === null) return [];
      const isPart = days.of.to < question.to;
      const other = otherQuestion(plain, compared, days);
      const [rows, part] = await Promise.all([ask(other), isPart ? ask({ ...plain, ...days.of }) : null]);
      return [{ compared, days, by: other.by, rows: byKey(rows, other.by), part: part && byKey(part, question.by) }];
    }),
  );
  const againstOf = (row: AnswerRow, metric: string, value: Value): Value['against'] =>
    Object.fromEntries(
      found.flat().flatMap(({ compared, days, by, rows, part }): [ComparedWith, Against][] => {
        const other = rows.get(keyText(row.key, by))?.values[metric];
        if (!other) return [];
        const now = part ? (part.get(keyText(row.key, question.by))?.values[metric] ?? null) : null;
        const figure = part ? now : value;
        const difference = figure ? differenceOf({ kind: kindOf(metric), figure, other }) : { difference: null, interval: null };
        return [[compared, { ...days, now, value: other, ...difference }]];
      }),
    );
  const rows = answer.rows.map((row) => ({
    ...row,
    values: Object.fromEntries(
      Object.entries(row.values).map(([metric, value]) => [metric, { ...value, against: againstOf(row, metric, value) }]),
    ),
  }));
  return { question, rows };
}

const byKey = ({ rows }: Answer, by: readonly Dimension[]): ReadonlyMap<string, AnswerRow> =>
  new Map(rows.map((row) => [keyText(row.key, by), row]));
