import {
  because,
  type CitySettings,
  type EndShare,
  type Interval,
  InvalidQuery,
  type NoValueReason,
  type Scope,
  type Value,
  type WaitEnds,
  type WaitEndsAt,
  type WaitEndsRequest,
} from '@evenhand/domain';
import type { Warehouse } from '@evenhand/warehouse';
import { StatementRuns } from '../asking/statement-runs';
import { tablesUnder } from '../facts/tables-under';
import type { MetricAnswers } from '../metric-answers';
import { metricNamed } from '../registry/registry';
import { Remembered } from '../remembered';
import { instantFor, resolveAsOf } from '../resolve-as-of';
import { CASES_OF, endsBySecond, type EndsInSecond } from './ends-by-second';
import { endsCurve } from './ends-curve';
import { endsLabel } from './wording';

/** Waits are told apart up to so many times the limit. */
const TIMES_THE_LIMIT = 3;
const MOST_RESULTS = 100;

/** What is known of the feeds that keeps a curve from being drawn. */
const NOTHING_TO_SAY: readonly NoValueReason[] = ['unknown', 'not_applicable'];

/** Tells how waits end: called, left, or in line yet. */
export class WaitEndings {
  private readonly runs: StatementRuns;
  private readonly told = new Remembered<WaitEnds>({ most: MOST_RESULTS });

  constructor(
    private readonly warehouse: Warehouse,
    private readonly city: CitySettings,
    private readonly answers: MetricAnswers,
  ) {
    this.runs = new StatementRuns(warehouse);
  }

  /** How the waits of a range end, of the points of the scope. Throws InvalidQuery and TooCostly. */
  of(request: WaitEndsRequest, scope: Scope): Promise<WaitEnds> {
    return this.answers.together(async () => {
      const name = JSON.stringify([await this.answers.dataVersion(), request, scope]);
      return this.told.get(name, () => this.made(request, scope));
    });
  }

  private async made(request: WaitEndsRequest, scope: Scope): Promise<WaitEnds> {
    const question = { ...request, metrics: [CASES_OF], by: [], exact: false };
    const figure = (await this.answers.answer(question, scope)).rows[0]?.values[CASES_OF];
    if (!figure) throw new InvalidQuery('scope', 'There is no point that you may see.', because('no_point_seen'));
    const { reason } = figure;
    if (reason !== null && NOTHING_TO_SAY.includes(reason)) return this.withNothing(request, figure);
    const most = Math.ceil(TIMES_THE_LIMIT * this.city.longWaitMinutes * 60);
    const { table, statement } = endsBySecond(this.city, { ...request, asOf: await this.instant(request.asOf) }, { scope, most });
    const ends = (await this.runs.rows(statement, { isHeavy: true })).map(endsIn);
    const n = ends.reduce((sum, { called, left, inLine }) => sum + called + left + inLine, 0);
    if (n === 0) return this.withNothing(request, { ...figure, reason: reason === 'no_data' ? reason : 'no_cases', n });
    const steps = endsCurve(ends, most);
    const atLimit = steps.find(({ minutes }) => minutes === this.city.longWaitMinutes) ?? null;
    return {
      ...this.withNothing(request, { ...figure, reason: null, n }),
      ...{
        steps,
        atLimit,
        bounds: atLimit && boundsAt(atLimit, figure),
        statement: { table, ...statement.render() },
        label: atLimit && endsLabel(atLimit),
      },
    };
  }

  private withNothing({ from, to }: WaitEndsRequest, { n, coverage, asOf, reason }: Value): WaitEnds {
    return {
      ...{ range: { from, to }, metric: CASES_OF, limitMinutes: this.city.longWaitMinutes, reason, n, coverage, asOf },
      ...{ steps: [], atLimit: null, bounds: null, statement: null, label: null },
    };
  }

  private async instant(asOf: string | undefined): Promise<string | undefined> {
    if (asOf === undefined) return undefined;
    const instant = await resolveAsOf({ warehouse: this.warehouse, city: this.city }, asOf);
    return instantFor(instant, tablesUnder([metricNamed(CASES_OF).computation]));
  }
}

/** The share of the people that silent feeds did not tell of: as far apart as the bounds of any share of the same cases. */
function boundsAt({ called, left, inLine }: WaitEndsAt, { bounds }: Value): WaitEnds['bounds'] {
  if (bounds === null) return null;
  const missing = bounds.high - bounds.low;
  const around = ({ value }: EndShare): Interval => ({ low: value * (1 - missing), high: value * (1 - missing) + missing });
  return { called: around(called), left: around(left), inLine: around(inLine) };
}

const endsIn = (row: Readonly<Record<string, unknown>>): EndsInSecond => ({
  ...{ second: Number(row['second']), called: Number(row['called']), left: Number(row['left']), inLine: Number(row['inLine']) },
});
