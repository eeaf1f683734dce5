import type { Question } from '@evenhand/domain';
import type { Warehouse } from '@evenhand/warehouse';
import { countedRows } from '../counted';
import { coverageOf, coverageShare } from '../coverage';
import type { Entity } from '../facts/fact';
import { keyText } from '../results';
import type { PeriodAsked } from './period-asked';

/** The share of what was expected of a kind of record, by unit; `''` is the whole scope. `null` where nothing was expected. */
export type CoverageByUnit = (unit: string) => number | null;

/** How much of a period the feeds of an entity have told, for each ward or for the whole scope. */
export async function coverageByUnit(warehouse: Warehouse, asked: PeriodAsked, entity: Entity, isByWard: boolean): Promise<CoverageByUnit> {
  const by = isByWard ? (['ward'] as const) : [];
  const question: Question = { metrics: [], by, ...asked.range, where: [], exact: true, asOf: asked.asOf };
  const { scope, city, known } = asked;
  const rows = await warehouse.rows<Record<string, unknown>>(coverageOf([entity], { question, scope, city, known }));
  const told = countedRows(rows, by);
  const shareIn = coverageShare(entity, told);
  return (unit) => shareIn(told.keys.rowOf(keyText(isByWard ? { ward: unit === '' ? null : unit } : {}, by)));
}
