import type { CityDatabase } from './city-database';

/** A ticket as the source keeps it; instants are UTC. */
export interface TicketRow {
  readonly id: string;
  readonly created: string;
  readonly updated: string | null;
  readonly status?: string;
  readonly field?: string;
  readonly deleted?: string;
}

const text = (value: string | null | undefined): string => (value === null || value === undefined ? 'NULL' : `'${value}'`);

export const createTickets = (database: CityDatabase, table: string): void =>
  database.run(`CREATE TABLE ${table} (
    id varchar(40) PRIMARY KEY, point varchar(20), field varchar(60), counter varchar(20), agent varchar(40), priority varchar(20),
    created_at ${database.instant}, called_at ${database.instant}, finished_at ${database.instant}, status varchar(20),
    deleted_at ${database.instant}, updated_at ${database.instant}, local_at ${database.local});
    CREATE INDEX ${table}_updated ON ${table} (updated_at);`);

/** Writes rows over those of the same id. */
export function writeTickets(database: CityDatabase, table: string, rows: readonly TicketRow[]): void {
  const values = rows.map(
    ({ id, created, updated, status = 'waiting', field, deleted }) =>
      `('${id}', 'P1', ${text(field)}, NULL, NULL, NULL, '${created}', NULL, NULL, '${status}', ${text(deleted)}, ${text(updated)}, '${created}')`,
  );
  const ids = rows.map(({ id }) => `'${id}'`).join(', ');
  database.run(`DELETE FROM ${table} WHERE id IN (${ids}); INSERT INTO ${table} VALUES ${values.join(', ')};`);
}

/** Tickets in steps of a second from 08:00 in the city. */
export const everySecond = (from: number, to: number): TicketRow[] =>
  Array.from({ length: to - from }, (_, index) => {
    const at = new Date(Date.parse('2026-10-05T01:00:00Z') + (from + index) * 1000).toISOString().slice(0, 23).replace('T', ' ');
    return { id: `t${from + index}`, created: at, updated: at };
  });
