import { because, type ComparedWith, type GuardedColumn, maySee, NotAllowed, type Question, type Scope } from '@evenhand/domain';
import type { DetailColumn } from './facts/fact';

const GUARDED: Readonly<Record<string, GuardedColumn>> = {
  dossier_code: 'dossier_codes',
  agent: 'staff',
  staff: 'staff',
  comment: 'comments',
};

const isSeen = (column: string, scope: Scope): boolean => {
  const guarded = GUARDED[column];
  return guarded === undefined || maySee(scope, guarded);
};

/** The columns of cases that the asker may see. */
export const seenColumns = <Column extends Pick<DetailColumn, 'id'>>(columns: readonly Column[], scope: Scope): readonly Column[] =>
  columns.filter(({ id }) => isSeen(id, scope));

/** Figures of single officers are for those who manage them. Throws {@link NotAllowed}. */
export function checkSeen({ by, where }: Pick<Question, 'by' | 'where'>, scope: Scope): void {
  const asked = [...by, ...where.map(({ dimension }) => dimension)];
  if (asked.includes('agent') && !maySee(scope, 'staff'))
    throw new NotAllowed('Figures of single officers are shown only to those who manage them.', because('officers_of_managers'));
}

/**
 * What figures are held against for the asker. The city and the peers are other people's points: who sees a part of the city
 * could take their own from it and learn of the rest, filter by filter. They have the groups of the benchmark instead.
 */
export const seenCompared = (compare: readonly ComparedWith[], { points }: Scope): readonly ComparedWith[] =>
  points === 'all' ? compare : compare.filter((one) => one !== 'city' && one !== 'peers');
