import { Injectable } from '@nestjs/common';
import { type II06Query, type II06RowsPage, type II06RowsQuery, type ReportII06Page, unitsFrom } from '@evenhand/contracts';
import {
  type CompanionPart,
  II06_COLUMNS,
  II06_COMPANIONS,
  II06_GROUP_LABELS,
  type II06Cells,
  periodFromText,
  rangeOfPeriod,
  type ReportCalendar,
  type Scope,
} from '@evenhand/domain';
import { type II06Request, type II06Unit, ReportII06 } from '@evenhand/metrics';
import { CityNames, type Names } from './city-names';

const COLUMNS = II06_COLUMNS.map((column) => ({ ...column, groupLabel: II06_GROUP_LABELS[column.group] }));

/** A period as answers repeat it: what was asked, and the days it covers. */
export function answeredPeriod(text: string, calendar: ReportCalendar) {
  const period = periodFromText(text, calendar);
  return { text, ...period, ...rangeOfPeriod(period) };
}

const requestOf = ({ period, calendar, unit, attribution, asOf }: II06Query): II06Request => ({
  period: periodFromText(period, calendar),
  units: unitsFrom(unit),
  attribution,
  asOf,
});

const unitPage = (one: II06Unit, names: Names): ReportII06Page['units'][number] => ({
  ...one,
  name: names.unit(one.unit),
  rows: one.rows.map(({ field, cells }) => ({ field: field ?? '', label: names.field(field ?? ''), cells })),
  checks: one.checks.map((check) => ({ ...check, holds: check.breaches.length === 0, breaches: [...check.breaches] })),
});

const partOf = ({ label, cells, needs }: CompanionPart, total: II06Cells): ReportII06Page['companions'][number]['parts'][number] => ({
  label,
  number: needs === null ? cells.reduce((sum, cell) => sum + total[cell], 0) : null,
  needs,
});

/** Form II.06 as it crosses HTTP. */
@Injectable()
export class FormII06 {
  constructor(
    private readonly reports: ReportII06,
    private readonly names: CityNames,
  ) {}

  async page(query: II06Query, scope: Scope): Promise<ReportII06Page> {
    const [{ units, attribution, asOf, knownDay, isOver, total }, names] = await Promise.all([
      this.reports.report(requestOf(query), scope),
      this.names.read(),
    ]);
    return {
      period: answeredPeriod(query.period, query.calendar),
      ...{ attribution, asOf, knownDay, isOver, total },
      columns: COLUMNS,
      units: units.map((unit) => unitPage(unit, names)),
      companions: II06_COMPANIONS.map(({ parts, ...form }) => ({ ...form, parts: parts.map((one) => partOf(one, total)) })),
    };
  }

  async rows({ cell, field, page, size, ...query }: II06RowsQuery, scope: Scope): Promise<II06RowsPage> {
    const { rows, total } = await this.reports.rows({ ...requestOf(query), cell, field, page, size }, scope);
    return { rows: [...rows], total, page, size };
  }
}
