import type { Scope } from '@evenhand/domain';
import { identifier, sql, type Sql } from '@evenhand/warehouse';
import type { DetailColumn, Entity } from './facts/fact';
import { FACTS } from './facts/facts';
import type { Term } from './registry/definition';
import { seenColumns } from './seen';

/** What the rows are that together make one case. */
const ROWS_OF: Readonly<Partial<Record<Entity, string>>> = { shift: 'shifts', posting_day: 'days' };
const rowsName = (entity: Entity): string => ROWS_OF[entity] ?? 'rows';

const allOf = ({ entity, distinct }: Term): readonly DetailColumn[] =>
  distinct
    ? [
        ...FACTS[entity].detail.filter(({ id }) => distinct.includes(id)),
        { id: rowsName(entity), type: 'number' },
        { id: 'points', type: 'text' },
        ...FACTS[entity].detail.filter(({ id }) => ['source', 'file', 'line'].includes(id)),
      ]
    : FACTS[entity].detail;

/** The columns in which cases of a term are shown to those eyes. */
export const detailOf = (term: Term, scope: Scope): readonly DetailColumn[] => seenColumns(allOf(term), scope);

/** One of these columns. Several rows that are one case are shown as one, with the place of the first of them. */
export const caseColumn = ({ entity, distinct }: Term, { id }: DetailColumn): Sql => {
  if (!distinct || distinct.includes(id)) return identifier(id);
  if (id === rowsName(entity)) return sql`count() AS ${identifier(id)}`;
  if (id === 'points') return sql`arrayStringConcat(arraySort(groupUniqArray(toString(point_code))), ', ') AS points`;
  const [first] = FACTS[entity].order;
  return sql`argMin(${identifier(`${entity}.${id}`)}, ${identifier(`${entity}.${first ?? id}`)}) AS ${identifier(id)}`;
};
