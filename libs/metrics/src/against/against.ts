import {
  addDays,
  type Answer,
  type AnswerRow,
  because,
  type ComparedWith,
  type Day,
  type Dimension,
  InvalidQuery,
  type MetricKind,
  type Question,
  type TimeRange,
  type Value,
} from '@evenhand/domain';
import { isGrain } from '../compile/buckets';
import { isPlace } from '../compile/keys';
import { byKey, heldAgainst, type Other } from './hold';
import type { PeerGroupOf } from './peer-groups';
import { type ComparedDays, comparedDays } from './periods';

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

/** The one point that a question is about; `undefined` where it is about more or less. */
const onlyPoint = ({ where }: Question): string | undefined => {
  const [code, ...others] = where.filter(({ dimension }) => dimension === 'point').flatMap(({ values }) => values);
  return others.length === 0 && code !== '' ? code : undefined;
};

const EARLIER: readonly ComparedWith[] = ['previous', 'last_year'];

/** Checks what can be compared. Throws {@link InvalidQuery}. */
export function checkCompared(question: Question): void {
  const { compare = [], by, where } = question;
  const time = [...by, ...where.map(({ dimension }) => dimension)].find(isGrain);
  if (time !== undefined && compare.some((one) => EARLIER.includes(one)))
    throw new InvalidQuery(
      'compare',
      `A ${time} has no counterpart in another period; leave "${time}" out, or ask for the other period by itself.`,
      because('no_counterpart'),
    );
  const places = [...by, ...where.map(({ dimension }) => dimension)].some(isAnyPlace);
  if (compare.includes('city') && !places)
    throw new InvalidQuery(
      'compare',
      'This is about the whole city already; name a point, ward or branch to compare with "city".',
      because('whole_city_already'),
    );
  if (compare.includes('peers') && onlyPoint(question) === undefined)
    throw new InvalidQuery(
      'compare',
      'Peers are those of one point; keep one with where=point:<code> to compare with "peers".',
      because('peers_of_one_point'),
    );
}

const ofCases = ({ by, where }: Question): Pick<Question, 'by' | 'where'> => ({
  by: by.filter((one) => !isAnyPlace(one)),
  where: where.filter(({ dimension }) => !isAnyPlace(dimension)),
});

/** How the figures of an answer are held against others. */
interface Holding {
  readonly answer: Answer;
  readonly zone: string;
  readonly kindOf: (metric: string) => MetricKind;
  /** Answers another question in the same reading, shown to the same eyes. */
  readonly ask: (question: Question) => Promise<Answer>;
  /** The same for cases of the whole city, whoever asks: the yardstick is the same for everybody. */
  readonly askOfCity: (question: Question) => Promise<Answer>;
  readonly peersOf: (point: string, range: TimeRange) => Promise<readonly PeerGroupOf[]>;
}

async function ofPeers(
  plain: Question,
  range: TimeRange,
  { askOfCity, peersOf }: Holding,
): Promise<readonly Pick<Other, 'by' | 'rows' | 'peers'>[]> {
  const groups = await peersOf(onlyPoint(plain) ?? '', range);
  const { by, where } = ofCases(plain);
  return Promise.all(
    groups.map(async (peers) => {
      const points = { dimension: 'point', values: peers.alike?.points ?? [] } as const;
      const asked = { ...plain, ...range, metrics: peers.metrics, by, where: [...where, points] };
      // Nobody is like a point without work; the question is asked of it alone, for the shape of its answer.
      const answer = await askOfCity(peers.alike ? asked : { ...asked, where: plain.where });
      return { by, rows: byKey(answer, by), peers };
    }),
  );
}

async function othersOf(
  compared: ComparedWith,
  plain: Question,
  days: ComparedDays,
  holding: Holding,
): Promise<readonly Pick<Other, 'by' | 'rows' | 'peers'>[]> {
  const { range } = days;
  if (compared === 'peers') return ofPeers(plain, range, holding);
  const isCity = compared === 'city';
  const other = { ...plain, ...range, ...(isCity ? ofCases(plain) : {}) };
  return [{ by: other.by, rows: byKey(await (isCity ? holding.askOfCity : holding.ask)(other), other.by) }];
}

/** The public sees whole months: of one that is not over there is nothing earlier to compare with yet. */
function daysFor(compared: ComparedWith, question: Question, openDay: Day | null): ComparedDays | null {
  if (question.view !== 'public') return comparedDays(question, compared, openDay);
  const isOver = openDay === null || openDay >= question.to;
  return isOver || !EARLIER.includes(compared) ? comparedDays(question, compared, null) : null;
}

/** Holds each figure of an answer against what its question names. */
export async function withAgainst(holding: Holding): Promise<Answer> {
  const { answer, zone, kindOf, ask } = holding;
  const { question } = answer;
  const plain: Question = { ...question, compare: undefined };
  const found = await Promise.all(
    (question.compare ?? []).map(async (compared) => {
      const days = daysFor(compared, question, firstOpenDay(answer, zone));
      if (days === null) return [];
      const isPart = days.of.to < question.to;
      const [others, part] = await Promise.all([othersOf(compared, plain, days, holding), isPart ? ask({ ...plain, ...days.of }) : null]);
      return others.map((other) => ({ compared, other: { ...other, days, part: part && byKey(part, question.by) } }));
    }),
  );
  const againstOf = (row: AnswerRow, metric: string, value: Value): Value['against'] =>
    Object.fromEntries(
      found.flat().flatMap(({ compared, other }) => {
        const against = heldAgainst({ row, by: question.by, metric, kind: kindOf(metric), value }, other);
        return against ? [[compared, against]] : [];
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
