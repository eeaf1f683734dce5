import type { Attribution } from '@evenhand/domain';
import { sql, type Sql } from '@evenhand/warehouse';
import { withPlaces } from '../compile/keys';

/** Adds `unit_code`; empty where the dossier does not say. Each choice answers another question: never compare across them. */
export function attributed(dossiers: Sql, attribution: Attribution): Sql {
  switch (attribution) {
    case 'reception':
      return wardsOf(dossiers, sql`received_on`);
    case 'authority':
      return sql`(SELECT *, toString(authority_code) AS unit_code FROM ${dossiers})`;
    case 'residence':
      return sql`(SELECT *, toString(applicant_ward) AS unit_code FROM ${dossiers})`;
  }
}

/** Adds `unit_code`: the ward that the point of a row belonged to on a day. */
export const wardsOf = (rows: Sql, day: Sql): Sql =>
  sql`(SELECT *, if(${day} < place_to, toString(place_ward), '') AS unit_code FROM ${withPlaces(sql`(SELECT * FROM ${rows}) AS held`, day)})`;
