import {
  type Adjustment,
  because,
  type CitySettings,
  type Filter,
  InvalidQuery,
  type Scope,
  type TimeRange,
  wholeCity,
} from '@evenhand/domain';
import { beyondTheWall, param, type Sql, sql, type Warehouse } from '@evenhand/warehouse';
import { StatementRuns } from '../asking/statement-runs';
import { dimensionsOf } from '../check-question';
import type { Part } from '../compile/part';
import type { MetricDefinition } from '../registry/definition';
import { RememberedRows } from '../remembered-rows';
import { numbersOf } from '../counted';
import type { ResultRow } from '../results';
import type { CellSheet } from '../sheets/held-cells';
import { liesByMonth, sheetColumns } from '../sheets/part-sheets';
import type { SheetsOfState } from '../sheets/sheets';
import { partName } from '../sheets/term-names';
import { type CellSource, type Counted, cellSource, countedOf, dailySource, mixSource, strataOf } from './cell-source';
import { type Cases, cellsByDay, expectedCells, mixOfPoints, scatterOfDays } from './cells';
import { expectedOf, scatterIn } from './held';
import { type MixRow, mixesFrom, type PointMix } from './peers';
import type { DayScatter, PointCells, Scale } from './standing';

const isPlace = ({ dimension }: Filter): boolean => dimension === 'point' || dimension === 'ward' || dimension === 'branch';

/** Filters that choose cases; places choose points to list, and the yardstick stays the whole city. */
export const caseFilters = (where: readonly Filter[]): readonly Filter[] => where.filter((filter) => !isPlace(filter));

/** Refuses what cannot be compared. Throws {@link InvalidQuery}. */
export function checkComparable(metric: MetricDefinition): void {
  const { kind } = metric.computation;
  if (kind === 'count' || kind === 'total')
    throw new InvalidQuery(
      'metric',
      `"${metric.id}" adds up: a larger point has more. Compare a share, a mean, a ratio or a percentile.`,
      because('adds_up'),
    );
  if (!dimensionsOf(metric).includes('point'))
    throw new InvalidQuery('metric', `"${metric.id}" is not known of single points.`, because('not_of_points'));
}

/** What can be allowed for: nothing where the cases of a metric cannot be told apart. */
export function possibleAdjustment(metric: MetricDefinition, adjust: Adjustment): Adjustment {
  const counted = countedOf(metric);
  return counted !== null && strataOf(counted.of.entity).length > 0 ? adjust : 'none';
}

type Numbered<Row> = Row & { readonly period: number };

/** Splits rows by the number of their period. */
const byPeriod = <Row extends { readonly point: string }>(rows: readonly Numbered<Row>[], periods: readonly TimeRange[]): Row[][] =>
  periods.map((_, index) => rows.filter(({ period }) => period === index));

export const scaleOf = (computation: Counted): Scale =>
  computation.kind === 'rate' ? { kind: 'share' } : { kind: 'plain', scale: computation.scale };

interface CellRequest {
  readonly computation: Counted;
  readonly adjust: Adjustment;
  readonly periods: readonly TimeRange[];
  readonly where: readonly Filter[];
  readonly asOf?: string | undefined;
}

const isRaw = ({ from }: Part): boolean => from === 'raw';

/** Something that was changed, as {@link Readings.changes} reads it. */
interface ChangeRow {
  readonly day: string;
  readonly ended: string | null;
  readonly kind: string;
  readonly vi: string;
  readonly en: string;
  readonly isWhole: number;
}

/** Something that was changed, and where; nowhere in particular for the whole city. */
export interface ChangedPoints extends Omit<ChangeRow, 'isWhole'> {
  readonly points: readonly string[];
}

/** What is held in memory of the state that the data is in; `null` where nothing is. */
export type HeldNow = () => Promise<SheetsOfState | null>;

const NOTHING_HELD: HeldNow = () => Promise.resolve(null);

/** Reads what comparisons rest on; between two loads each statement runs once. */
export class Readings {
  private readonly remembered: RememberedRows;
  private readonly runs: StatementRuns;

  constructor(
    warehouse: Warehouse,
    private readonly city: CitySettings,
    private readonly held: HeldNow = NOTHING_HELD,
  ) {
    this.remembered = new RememberedRows(warehouse);
    this.runs = new StatementRuns(warehouse);
  }

  /** Changes whenever the data do. */
  async version(): Promise<string> {
    return (await this.remembered.state()).version;
  }

  // Rollups have so few rows that threads cost more than they save.
  private async rows<Row>(statement: Sql, isHeavy = false): Promise<readonly Row[]> {
    const { version } = await this.remembered.state();
    const run = (asked: Sql): Promise<readonly ResultRow[]> => this.runs.rows(asked, isHeavy ? { isHeavy } : { isHeavy, threads: 1 });
    return (await this.remembered.rows(version, statement, run)) as readonly Row[]; // the statement names its columns
  }

  // The yardstick is the whole city, whoever asks.
  private cityRows<Row>(statement: Sql, isHeavy = false): Promise<readonly Row[]> {
    return beyondTheWall('held against the city', () => this.rows<Row>(statement, isHeavy));
  }

  private async cityHeld<Held>(of: (sheets: SheetsOfState) => Promise<Held | null>): Promise<Held | null> {
    const sheets = await this.held();
    return sheets && beyondTheWall('held against the city', () => of(sheets));
  }

  private cases({ periods, where, asOf }: CellRequest): Cases {
    return { city: this.city, periods, where: caseFilters(where), asOf };
  }

  /** What each point had and what was expected of it, period by period. */
  async cells(request: CellRequest): Promise<PointCells[][]> {
    const source = cellSource({ ...request, where: caseFilters(request.where) });
    const held = await this.cellsHeld(source, request);
    if (held) return held;
    const rows = await this.cityRows<Numbered<PointCells>>(expectedCells(source, this.cases(request)), isRaw(source.part));
    return byPeriod(rows, request.periods);
  }

  private async cellsHeld(source: CellSource, { periods, where, asOf }: CellRequest): Promise<PointCells[][] | null> {
    const { part, strata } = source;
    const [first, last] = [periods[0], periods.at(-1)];
    if (!first || !last || asOf !== undefined || caseFilters(where).length > 0 || !liesByMonth(part)) return null;
    const columns = sheetColumns(part);
    const sheet: CellSheet = {
      name: JSON.stringify(['cells', partName(part), strata.map(({ key }) => key)]),
      kinds: JSON.stringify([part.fact.table, strata.map(({ key }) => key)]),
      columns: columns.map(({ name }) => name),
      table: part.fact.table,
      statement: (range) => cellsByDay(source, this.city, range, columns),
    };
    const held = await this.cityHeld((sheets) => sheets.cells(sheet, { from: first.from, to: last.to }));
    return held ? expectedOf(part, held, periods) : null;
  }

  /** How the days of each point scatter, period by period. */
  async days(request: CellRequest): Promise<DayScatter[][]> {
    const part = dailySource({ ...request, where: caseFilters(request.where) });
    const held = await this.daysHeld(part, request);
    if (held) return held;
    return byPeriod(await this.cityRows<Numbered<DayScatter>>(scatterOfDays(part, this.cases(request)), isRaw(part)), request.periods);
  }

  private async daysHeld(part: Part, { periods, where, asOf }: CellRequest): Promise<DayScatter[][] | null> {
    const [range, ...others] = periods;
    if (!range || others.length > 0 || asOf !== undefined || caseFilters(where).length > 0) return null;
    const held = await this.cityHeld((sheets) => sheets.days(part, range));
    return held ? [scatterIn(part, held.sheets, held.points, range)] : null;
  }

  /** Size and mix of every point. */
  async mixes(request: CellRequest): Promise<PointMix[]> {
    const source = mixSource({ ...request, where: caseFilters(request.where) });
    const held = await beyondTheWall('held against peers', () => this.mixesHeld(source, request));
    if (held) return mixesFrom(held);
    return mixesFrom(await this.cityRows<MixRow>(mixOfPoints(source, this.cases(request)), isRaw(source.part)));
  }

  private async mixesHeld({ part, strata }: CellSource, { periods, where, asOf, computation }: CellRequest): Promise<MixRow[] | null> {
    const [range, ...others] = periods;
    if (!range || others.length > 0 || asOf !== undefined || isRaw(part)) return null;
    const by = ['point', ...strata.flatMap(({ key }) => (key === 'field' ? [key] : []))] as const;
    const counted: Part = { ...part, wanted: [{ term: computation.of, aggregates: new Set() }] };
    const question = { metrics: [], by, ...range, where: caseFilters(where), exact: false };
    const held = await (await this.held())?.count(counted, { question, scope: wholeCity, holdsEach: false });
    if (!held) return null;
    const numbersAt = numbersOf(counted, computation.of, held);
    const mixes = Array.from({ length: held.keys.size }, (_, row) => {
      const { point, field } = held.keys.at(row);
      return { point: point ?? '', field: field ?? '', n: numbersAt(row).number('n') };
    });
    return mixes.filter(({ n }) => n > 0);
  }

  /** The branch that each point belongs to at the end of the range. */
  async branches({ from, to }: TimeRange): Promise<ReadonlyMap<string, string>> {
    const rows = await this.cityRows<{ readonly point: string; readonly branch: string }>(sql`
      SELECT point_code AS point, argMax(branch_code, valid_from) AS branch FROM service_point
      WHERE valid_from < ${param('Date', to)} AND valid_to > ${param('Date', from)} GROUP BY point_code ORDER BY point_code`);
    return new Map(rows.map(({ point, branch }) => [point, branch]));
  }

  /** What was changed in the whole city or at these points, and may show in figures of the range. */
  async changes({ from, to }: TimeRange, points: Scope['points']): Promise<readonly ChangeRow[]> {
    const where = points === 'all' ? sql`1` : sql`point_code IN ${param('Array(String)', ['', ...points])}`;
    return this.rows<ChangeRow>(sql`
      SELECT toString(min(started_on)) AS day, toString(max(ended_on)) AS ended, any(intervention.kind) AS kind, any(title_vi) AS vi, any(title_en) AS en,
        toUInt8(countIf(point_code = '') > 0) AS isWhole
      FROM intervention
      WHERE started_on >= ${param('Date', from)} AND started_on < ${param('Date', to)} AND ${where}
      GROUP BY source, intervention_id ORDER BY day, intervention_id`);
  }

  /** What was changed from days of a range on, with the points it was changed at. */
  async changedPoints({ from, to }: TimeRange): Promise<readonly ChangedPoints[]> {
    return this.cityRows<ChangedPoints>(sql`
      SELECT toString(min(started_on)) AS day, toString(max(ended_on)) AS ended, any(intervention.kind) AS kind, any(title_vi) AS vi, any(title_en) AS en,
        if(countIf(point_code = '') > 0, [], arraySort(groupUniqArray(toString(point_code)))) AS points
      FROM intervention
      WHERE started_on >= ${param('Date', from)} AND started_on < ${param('Date', to)}
      GROUP BY source, intervention_id ORDER BY day, intervention_id`);
  }
}
