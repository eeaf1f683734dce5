import { identifier, sql, type Sql } from '@evenhand/warehouse';
import type { DetailColumn } from './facts/fact';
import { FACTS } from './facts/facts';
import type { Term } from './registry/definition';

/** The columns in which cases of a term are shown. */
export const detailOf = ({ entity, distinct }: Term): readonly DetailColumn[] =>
  distinct
    ? [
        ...FACTS[entity].detail.filter(({ id }) => distinct.includes(id)),
        { id: 'shifts', type: 'number' },
        { id: 'points', type: 'text' },
        ...FACTS[entity].detail.filter(({ id }) => ['source', 'file', 'line'].includes(id)),
      ]
    : FACTS[entity].detail;

/** One of these columns. Several rows that are one case are shown as one, with the place of the first of them. */
export const caseColumn = ({ distinct }: Term, { id }: DetailColumn): Sql => {
  if (!distinct || distinct.includes(id)) return identifier(id);
  if (id === 'shifts') return sql`count() AS shifts`;
  if (id === 'points') return sql`arrayStringConcat(arraySort(groupUniqArray(toString(point_code))), ', ') AS points`;
  return sql`argMin(shift.${identifier(id)}, shift.started_at) AS ${identifier(id)}`;
};
