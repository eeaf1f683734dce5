import type { Boundaries } from '@evenhand/contracts';
import type { RankedPoint } from '../../data/ranking';
import { casesBehind } from '../../data/cases-behind';

/** A unit with what the map shows of it. */
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  /** The point of the unit, with the most cases where it has several; `null` where it has none. */
  readonly row: RankedPoint | null;
}

const casesOf = ({ figure }: RankedPoint): number => (figure === undefined ? 0 : casesBehind(figure));

/** The units of a file of boundaries with the points that serve them. */
export function unitRows(units: Boundaries['units'], rows: readonly RankedPoint[]): readonly UnitRow[] {
  const byUnit = new Map<string, RankedPoint>();
  for (const row of rows) {
    const unit = row.point.wardCode ?? '';
    const before = byUnit.get(unit);
    if (before === undefined || casesOf(row) > casesOf(before)) byUnit.set(unit, row);
  }
  return units.map(({ code, name }) => {
    const row = byUnit.get(code) ?? null;
    return { code, row, name: row?.point.wardName ?? (name === '' ? code : name) };
  });
}

/** The units of a file that some point of a list serves. */
export function unitsOf(units: Boundaries['units'], rows: readonly RankedPoint[]): Boundaries['units'] {
  const served = new Set(rows.map(({ point }) => point.wardCode));
  return units.filter(({ code }) => served.has(code));
}

/** How many points lie in no unit of the file. */
export function pointsWithoutUnit(units: Boundaries['units'], rows: readonly RankedPoint[]): number {
  const drawn = new Set(units.map(({ code }) => code));
  return rows.filter(({ point }) => !drawn.has(point.wardCode ?? '')).length;
}
