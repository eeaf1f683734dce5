import { sql } from '@evenhand/warehouse';
import { type Computation, termsOf } from '../registry/definition';
import type { Fact } from './fact';
import { FACTS } from './facts';

const NEWS_OF_DOSSIERS = ['dossier', 'dossier_event'];

/** Tables of cases, those of dossiers with their steps: either tells of the other. */
export const withSteps = (tables: readonly string[]): readonly string[] => [
  ...new Set(tables.some((table) => NEWS_OF_DOSSIERS.includes(table)) ? [...tables, ...NEWS_OF_DOSSIERS] : tables),
];

/** The tables that the rows of a fact are read from; a derived one names them itself. */
function tablesOf({ table, derived }: Fact): readonly string[] {
  if (!derived) return [table];
  const tables: string[] = [];
  derived((fact) => {
    tables.push(...tablesOf(fact));
    return sql`(SELECT 1)`;
  });
  return tables;
}

/** Every table of cases that metrics rest on. */
export const tablesUnder = (computations: readonly Computation[]): readonly string[] =>
  withSteps(computations.flatMap(termsOf).flatMap(({ entity }) => tablesOf(FACTS[entity])));
