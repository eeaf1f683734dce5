import type { Against, Answer, AnswerRow, Dimension, MetricKind, SingleValue } from '@evenhand/domain';
import { LEAST_CASES } from '../compare/subject';
import { LEAST_PEERS } from '../compare/peers';
import { keyText } from '../results';
import { hiddenValue } from '../suppress/suppress';
import type { PeerGroupOf } from './peer-groups';
import { differenceOf } from './difference';
import type { ComparedDays } from './periods';

/** What the figures of an answer are held against, by key. */
export interface Other {
  readonly days: ComparedDays;
  readonly by: readonly Dimension[];
  readonly rows: ReadonlyMap<string, AnswerRow>;
  /** The figures of those days that are over, where not all are. */
  readonly part: ReadonlyMap<string, AnswerRow> | null;
  /** For peers: whose figures the rows are. */
  readonly peers?: PeerGroupOf | undefined;
}

export const byKey = ({ rows }: Answer, by: readonly Dimension[]): ReadonlyMap<string, AnswerRow> =>
  new Map(rows.map((row) => [keyText(row.key, by), row]));

/** What adds up is larger the more points it is of: it says nothing about one of them. */
const ADDS_UP: readonly MetricKind[] = ['count', 'total'];

/** The value of several points together, unless so few stand behind it that it would tell of single ones. */
function ofPeers(value: SingleValue, kind: MetricKind, { alike }: PeerGroupOf): SingleValue {
  if (alike === null || ADDS_UP.includes(kind)) return { ...hiddenValue(value), reason: 'not_applicable', n: 0 };
  const isFew = alike.points.length < LEAST_PEERS || (value.n !== null && value.n > 0 && value.n < LEAST_CASES);
  return isFew ? hiddenValue(value) : value;
}

interface Held {
  readonly row: AnswerRow;
  readonly by: readonly Dimension[];
  readonly metric: string;
  readonly kind: MetricKind;
  readonly value: SingleValue;
}

/** Holds one figure against its counterpart; `undefined` where there is none. */
export function heldAgainst({ row, by, metric, kind, value }: Held, { days, peers, ...other }: Other): Against | undefined {
  const found = other.rows.get(keyText(row.key, other.by))?.values[metric];
  if (!found) return undefined;
  const counterpart = peers ? ofPeers(found, kind, peers) : found;
  const now = other.part ? (other.part.get(keyText(row.key, by))?.values[metric] ?? null) : null;
  const figure = other.part ? now : value;
  const difference = figure ? differenceOf({ kind, figure, other: counterpart }) : { difference: null, interval: null };
  return { ...days, now, value: counterpart, ...difference, ...(peers ? { alike: peers.alike } : {}) };
}
