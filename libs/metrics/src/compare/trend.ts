import {
  because,
  type ChangeMark,
  type Direction,
  InvalidQuery,
  type Scope,
  type Trend,
  type TrendPoint,
  type TrendRequest,
  type Value,
} from '@evenhand/domain';
import { assuranceOf } from '@evenhand/statistics';
import { metricNamed } from '../registry/registry';
import { type Charted, chartOf, type Plotted } from './control-chart';
import { periodsOf } from './periods';
import { LEAST_COMPARED, type Sources, type Subject, valuesOf } from './subject';
import { ASSURANCE_LABELS, SIGNAL_LABELS, TRIAL_LABEL, USUAL_LABEL } from './wording';

/** A period with its value, told or not. */
interface Entry {
  readonly range: TrendPoint['range'];
  readonly value: Value;
  /** `null` where too little is known to judge it. */
  readonly plotted: Plotted | null;
}

const plottedOf = (value: Value): Plotted | null => {
  const { value: figure, n, cases, coverage } = value;
  if (figure === null || (coverage !== null && coverage < LEAST_COMPARED)) return null;
  return { value: figure, share: cases === null || n === null || n === 0 || cases > n ? null : { hits: cases, n } };
};

const VERDICTS = { up: ['better', 'worse'], down: ['worse', 'better'], none: ['higher', 'lower'] } as const;

/** Which way a special value points: a trend by where it goes, everything else by its side of the centre. */
function verdictOf({ signal, limits }: Charted, value: number, before: number | undefined, direction: Direction): TrendPoint['verdict'] {
  if (signal === null || limits === null) return null;
  const isUp = signal === 'trend' && before !== undefined ? value > before : value > limits.centre;
  return VERDICTS[direction][isUp ? 0 : 1];
}

const bare = ({ range, value }: Entry): TrendPoint => ({
  ...{ range, value, centre: null, limits: null, signal: null, verdict: null, label: null, isTrial: true },
});

function chartSegment(entries: readonly Entry[], direction: Direction) {
  const known = entries.flatMap(({ plotted }) => (plotted ? [plotted] : []));
  const chart = chartOf(known);
  let at = -1;
  const points = entries.map((entry): TrendPoint => {
    if (entry.plotted === null) return bare(entry);
    at++;
    const charted = chart.points[at];
    if (!charted?.limits) return bare(entry);
    const { limits, signal, isTrial } = charted;
    const verdict = verdictOf(charted, entry.plotted.value, known[at - 1]?.value, direction);
    return {
      ...{ range: entry.range, value: entry.value, centre: limits.centre, limits: { low: limits.low, high: limits.high } },
      ...{ signal, verdict, label: signal && SIGNAL_LABELS[signal], isTrial },
    };
  });
  return { kind: chart.kind, points };
}

/** The stretches between days from which limits are counted anew. */
function segmentsOf(entries: readonly Entry[], days: readonly string[]): Entry[][] {
  const starts = [...days].sort();
  const number = ({ range }: Entry): number => starts.filter((day) => day <= range.from).length;
  return [...starts, ''].map((_, index) => entries.filter((entry) => number(entry) === index)).filter((segment) => segment.length > 0);
}

async function changesIn({ readings }: Sources, { from, to, point }: TrendRequest, { points }: Scope): Promise<ChangeMark[]> {
  const rows = await readings.changes({ from, to }, point === null ? points : [point]);
  return rows.map(({ day, ended, kind, vi, en, isWhole }) => ({
    ...{ day, to: ended, kind, title: { vi, en }, isWholeCity: isWhole === 1 },
  }));
}

async function entriesOf(sources: Sources, subject: Subject, request: TrendRequest, scope: Scope): Promise<Entry[]> {
  const { point, grain, from, to } = request;
  const where = point === null ? request.where : [...request.where, { dimension: 'point' as const, values: [point] }];
  const found = await valuesOf(sources, subject, { range: { from, to }, by: [grain], where, scope });
  const values = new Map(found.map(({ key, value }) => [key[grain], value]));
  return periodsOf({ from, to }, grain).flatMap(({ key, range }) => {
    const value = values.get(key);
    return value ? [{ range, value, plotted: plottedOf(value) }] : [];
  });
}

function checkDays({ from, to, recalculate }: TrendRequest): void {
  const outside = recalculate.find((day) => day < from || day >= to);
  if (outside !== undefined)
    throw new InvalidQuery(
      'recalculate',
      `"${outside}" lies outside the range from ${from} to ${to}.`,
      because('day_outside', { value: outside, from, to }),
    );
}

function checkScope({ point }: TrendRequest, { points }: Scope): void {
  if (points === 'all') return;
  if (point !== null && !points.includes(point))
    throw new InvalidQuery('point', `"${point}" is no point that you may see.`, because('point_not_seen', { point }));
}

/** A control chart of one point or of all points of the scope. Throws InvalidQuery. */
export async function trendOf(sources: Sources, request: TrendRequest, scope: Scope): Promise<Trend> {
  const metric = metricNamed(request.metric, 'metric');
  checkDays(request);
  checkScope(request, scope);
  const subject: Subject = { metric, adjust: 'none', where: request.where, asOf: request.asOf, view: request.view };
  const [entries, changes] = await Promise.all([entriesOf(sources, subject, request, scope), changesIn(sources, request, scope)]);
  const segments = segmentsOf(entries, request.recalculate).map((segment) => chartSegment(segment, metric.direction));
  const series = segments.flatMap(({ points }) => points);
  const last = series.findLast(({ limits }) => limits !== null);
  return {
    ...{ metric: metric.id, point: request.point, grain: request.grain, chart: segments.at(-1)?.kind ?? 'single_values' },
    ...{ series, changes, recalculated: [...request.recalculate].sort() },
    assurance: assuranceFor(last, metric),
    label: last === undefined || last.isTrial ? TRIAL_LABEL : (last.label ?? USUAL_LABEL),
  };
}

function assuranceFor(last: TrendPoint | undefined, { standard, direction }: Subject['metric']): Trend['assurance'] {
  if (!last?.limits || last.centre === null || last.isTrial || standard === null || direction === 'none') return null;
  const verdict = assuranceOf({ centre: last.centre, ...last.limits }, standard.value, direction);
  return { verdict, label: ASSURANCE_LABELS[verdict] };
}
