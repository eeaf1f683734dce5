import { Inject, Injectable } from '@nestjs/common';
import {
  type Index766Page,
  type Index766Query,
  type Index766RowsPage,
  type Index766RowsQuery,
  type QuarterlyPage,
  type QuarterlyQuery,
  unitsFrom,
} from '@evenhand/contracts';
import { GROUP_766_NAMES, periodFromText, type Scope } from '@evenhand/domain';
import { Index766Scores, QuarterlyEvaluationDesk, type UnitScore766 } from '@evenhand/metrics';
import { listStatedFigures } from '@evenhand/records';
import { RECORDS, type Records } from '../connections';
import { CityNames, type Names } from '../reports/city-names';
import { answeredPeriod } from '../reports/form-ii06';

const SOURCE = {
  vi: 'Thông tư số 01/2018/TT-VPCP: 9 tiêu chí, mỗi tiêu chí 0, 1 hoặc 2 điểm.',
  en: 'Circular 01/2018/TT-VPCP: nine criteria of 0, 1 or 2 points.',
} as const;

type UnitPage = Index766Page['units'][number];

const indicatorPage = ({ indicator, evidence, ...one }: UnitScore766['indicators'][number]): UnitPage['indicators'][number] => ({
  id: indicator.id,
  group: indicator.group,
  label: indicator.label,
  formula: indicator.formula,
  max: indicator.max,
  fullAt: indicator.fullAt,
  ground: one.ground,
  points: one.points,
  counted: one.counted,
  lost: [...one.lost],
  missing: [...evidence.missing],
  doubtful: evidence.doubtful,
  seen: evidence.seen,
  basis: evidence.basis,
  beside: besidePage(one.beside),
});

const besidePage = (beside: UnitScore766['groups'][number]['beside']): UnitPage['groups'][number]['beside'] =>
  beside && { published: beside.published, difference: { ...beside.difference, reasons: [...beside.difference.reasons] } };

const unitPage = (one: UnitScore766, names: Names): UnitPage => ({
  unit: one.unit,
  name: names.unit(one.unit),
  level: one.level,
  total: one.total,
  band: one.band?.label ?? null,
  given: one.given,
  coverage: one.coverage,
  groups: one.groups.map(({ group, max, points, beside }) => ({
    id: group,
    ...GROUP_766_NAMES[group],
    max,
    points,
    beside: besidePage(beside),
  })),
  indicators: one.indicators.map(indicatorPage),
  watched: [...one.watched],
  next: one.next.map(({ indicator, next, ...gain }) => ({
    indicator: indicator.id,
    ...gain,
    nextPoints: next.points,
    nextCases: next.cases,
  })),
});

/** Index 766 and the quarterly evaluation as they cross HTTP. */
@Injectable()
export class ScorePages {
  constructor(
    private readonly index: Index766Scores,
    private readonly quarters: QuarterlyEvaluationDesk,
    private readonly names: CityNames,
    @Inject(RECORDS) private readonly records: Records,
  ) {}

  async index766({ period, calendar, unit, asOf }: Index766Query, scope: Scope): Promise<Index766Page> {
    const stated = await listStatedFigures(this.records);
    const request = { period: periodFromText(period, calendar), units: unitsFrom(unit), asOf, stated };
    const [{ version, told, units, ...found }, names] = await Promise.all([this.index.scores(request, scope), this.names.read()]);
    return {
      period: answeredPeriod(period, calendar),
      asOf: found.asOf,
      version: { version: version.version, from: version.from, source: version.source },
      told: { ...told },
      units: units.map((one) => unitPage(one, names)),
    };
  }

  async rows({ period, calendar, unit, asOf, cause, page, size }: Index766RowsQuery, scope: Scope): Promise<Index766RowsPage> {
    const request = { period: periodFromText(period, calendar), units: unitsFrom(unit), asOf, cause, page, size };
    const { entity, rows, total } = await this.index.rows(request, scope);
    return { entity, rows: [...rows], total, page, size };
  }

  async quarterly({ period, calendar, unit, asOf }: QuarterlyQuery, scope: Scope): Promise<QuarterlyPage> {
    const stated = await listStatedFigures(this.records);
    const request = { period: periodFromText(period, calendar), units: unitsFrom(unit), asOf, stated };
    const [{ told, units, ...found }, names] = await Promise.all([this.quarters.evaluations(request, scope), this.names.read()]);
    return {
      period: answeredPeriod(period, calendar),
      asOf: found.asOf,
      source: SOURCE,
      told: { ...told },
      units: units.map(({ criteria, class: grade, ...one }) => ({
        ...one,
        name: names.unit(one.unit),
        class: grade?.label ?? null,
        criteria: criteria.map(({ evidence, ...criterion }) => ({ ...criterion, evidence: [...evidence] })),
      })),
    };
  }
}
