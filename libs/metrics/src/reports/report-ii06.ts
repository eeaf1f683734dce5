import {
  type Attribution,
  type CitySettings,
  type Day,
  II06_CELLS,
  type II06Cell,
  type II06Cells,
  NO_CELLS,
  precedingPeriod,
  rangeOfPeriod,
  type Scope,
  sumOfCells,
} from '@evenhand/domain';
import { sql, type Warehouse } from '@evenhand/warehouse';
import { type CheckedRow, type Checked, checkII06 } from './ii06-invariants';
import { ii06CellRows, ii06Cells, ii06Open, type UnitsAsked } from './ii06-sql';
import { checkPage } from './page';
import { askedFor, askedOf, knownDay, type PeriodAsked, type PeriodRequest } from './period-asked';
import { coverageByUnit, type CoverageByUnit } from './period-coverage';
import { checkUnits } from './units';

/** Which report is wanted. */
export interface II06Request extends PeriodRequest, UnitsAsked {}

/** The form of one unit, or of the whole scope where `unit` is `null`. An empty unit is one that no dossier names. */
export interface II06Unit {
  readonly unit: string | null;
  readonly rows: readonly CheckedRow[];
  readonly total: II06Cells;
  readonly checks: readonly Checked[];
  /** Settled dossiers of which no source says when: they stay in progress. */
  readonly undated: number;
  /** Dossiers without a due date: the form counts them as on time. */
  readonly dateless: number;
  /** Share of the working days of its points that the feed of dossiers has told; `null` where none was expected. */
  readonly coverage: number | null;
}

export interface II06Report {
  readonly from: Day;
  /** Excluded. */
  readonly to: Day;
  /** The last day of which dossiers are known; `null` before the first load. */
  readonly knownDay: Day | null;
  /** True when the period is over as far as the feeds tell. */
  readonly isOver: boolean;
  readonly attribution: Attribution;
  readonly asOf: string | null;
  readonly units: readonly II06Unit[];
  /** All units together. */
  readonly total: II06Cells;
}

/** A page of the dossiers behind a cell. */
export interface II06RowsRequest extends II06Request {
  readonly cell: II06Cell;
  readonly field: string | undefined;
  readonly page: number;
  readonly size: number;
}

export interface II06Rows {
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
  readonly total: number;
}

type Found = II06Cells & {
  readonly unit: string;
  readonly field: string;
  readonly is_total: number;
  readonly undated: number;
  readonly dateless: number;
};

const NEVER: Day = '1970-01-01';

const cellsOf = (found: Found): II06Cells => II06_CELLS.reduce<II06Cells>((cells, id) => ({ ...cells, [id]: found[id] }), NO_CELLS);

interface Gathered {
  readonly found: readonly Found[];
  readonly openBefore: ReadonlyMap<string, number>;
  readonly coverage: CoverageByUnit;
}

function unitOf(code: string, isCity: boolean, { found, openBefore, coverage }: Gathered): II06Unit {
  const own = found.filter(({ unit }) => unit === code);
  const rows = own.filter(({ is_total }) => is_total === 0).map((row) => ({ field: row.field, cells: cellsOf(row) }));
  const last = own.find(({ is_total }) => is_total === 1);
  const total = last ? cellsOf(last) : NO_CELLS;
  return {
    unit: isCity ? null : code,
    rows,
    total,
    checks: checkII06({ rows, total, openBefore: openBefore.get(code) ?? 0 }),
    undated: last?.undated ?? 0,
    dateless: last?.dateless ?? 0,
    coverage: coverage(code),
  };
}

/** Codes of the units of a report: those named, else those that have dossiers. */
const codesOf = ({ units }: UnitsAsked, found: readonly Found[]): readonly string[] => {
  if (units === 'city') return [''];
  return units.length > 0 ? units : [...new Set(found.map(({ unit }) => unit))];
};

/** Form II.06: how dossiers were received and settled in a period, by field, with the laws that tie its numbers together. */
export class ReportII06 {
  constructor(
    private readonly warehouse: Warehouse,
    private readonly city: CitySettings,
  ) {}

  /** The report of a period; without a point in the scope it has no unit. Throws InvalidQuery. */
  async report(request: II06Request, scope: Scope): Promise<II06Report> {
    return this.warehouse.reading(async () => {
      const asked = await this.asked(request, scope);
      const isHidden = scope.points !== 'all' && scope.points.length === 0;
      const gathered = await this.gather(asked, request);
      const codes = isHidden ? [] : codesOf(request, gathered.found);
      const units = codes.map((code) => unitOf(code, request.units === 'city', gathered));
      const day = await this.lastDay(asked);
      return {
        ...asked.range,
        knownDay: day,
        isOver: day !== null && day >= asked.range.to,
        attribution: request.attribution,
        asOf: asked.asOf ?? null,
        units,
        total: sumOfCells(units.map(({ total }) => total)),
      };
    });
  }

  /** The dossiers behind a cell; as many as it counts. Throws InvalidQuery. */
  async rows(request: II06RowsRequest, scope: Scope): Promise<II06Rows> {
    checkPage(request);
    return this.warehouse.reading(async () => {
      const { rows, total } = ii06CellRows(await this.asked(request, scope), request);
      const [found, [count]] = await Promise.all([
        this.warehouse.rows<II06Rows['rows'][number]>(rows),
        this.warehouse.rows<{ readonly total: number }>(total),
      ]);
      return { rows: found, total: count?.total ?? 0 };
    });
  }

  private async asked(request: II06Request, scope: Scope): Promise<PeriodAsked> {
    if (request.attribution !== 'authority') await checkUnits(this.warehouse, request.units);
    return askedOf({ warehouse: this.warehouse, city: this.city }, request, scope);
  }

  private async gather(asked: PeriodAsked, request: II06Request): Promise<Gathered> {
    const before = askedFor(asked, rangeOfPeriod(precedingPeriod(request.period)));
    const isByReception = request.attribution === 'reception';
    const [found, open, coverage] = await Promise.all([
      this.warehouse.rows<Found>(ii06Cells(asked, request)),
      this.warehouse.rows<{ readonly unit: string; readonly open_count: number }>(ii06Open(before, request)),
      isByReception || request.units === 'city'
        ? coverageByUnit(this.warehouse, asked, 'dossier', request.units !== 'city')
        : Promise.resolve(() => null),
    ]);
    return { found, openBefore: new Map(open.map(({ unit, open_count }) => [unit, open_count])), coverage };
  }

  private async lastDay(asked: PeriodAsked): Promise<Day | null> {
    const [row] = await this.warehouse.rows<{ readonly day: Day }>(sql`SELECT ${knownDay(asked)} AS day`);
    return row && row.day !== NEVER ? row.day : null;
  }
}
