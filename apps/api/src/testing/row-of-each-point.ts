import { sql, type Warehouse } from '@evenhand/warehouse';

/** Stands in every text of what belongs to P1, or to P2. */
export const OWN = 'own-text';
export const FOREIGN = 'foreign-text';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

const INSTANT = '2026-10-05T02:00:00Z';
const DAY = '2026-10-05';
/** Registers that the city itself writes, and tables whose numbers lists of a certain length must go with. */
const LEFT_ALONE = ['service_point', 'point_working_time', 'open_rest_day'];
const KINDS: Readonly<Record<string, string>> = {
  entity: 'dossier',
  state: 'thin',
  channel: 'direct',
  outcome: 'served',
  source: 'a-source',
};

function valueOf({ name, type }: Column, point: string, key: number): unknown {
  const text = point === 'P1' ? OWN : FOREIGN;
  if (name === 'point_code') return point;
  if (name === 'unit_code') return point === 'P1' ? '00004' : '00099';
  if (name === 'key_hash') return key;
  if (name === 'raw') return JSON.stringify({ point_code: point, dossier_code: text });
  if (name === 'valid_to' || name === 'ended_on') return '2027-01-01';
  if (type.startsWith('Array')) return [];
  if (type.includes('DateTime')) return INSTANT;
  if (type.includes('Date')) return DAY;
  if (type.includes('String')) return KINDS[name] ?? text;
  return 1;
}

/** Writes a row of P1 and one of P2 into every table whose rows are of points, whatever it holds. */
export async function insertRowsOfEach(warehouse: Warehouse): Promise<void> {
  const columns = await warehouse.rows<Column>(
    sql`SELECT table, name, type FROM system.columns WHERE database = currentDatabase() AND default_kind NOT IN ('MATERIALIZED', 'ALIAS')`,
  );
  for (const table of warehouse.boundedTables.filter((name) => !LEFT_ALONE.includes(name))) {
    const own = columns.filter((column) => column.table === table);
    const rowOf = (point: string, key: number): object =>
      Object.fromEntries(own.map((column) => [column.name, valueOf(column, point, key)]));
    await warehouse.insert(table, [rowOf('P1', 901), rowOf('P2', 902)]);
  }
  const told = { source: 'a-source', run_id: 9, latest_at: '2026-10-30T10:00:00Z', published_at: '2026-10-30T11:00:00Z' };
  const entities = ['ticket', 'dossier', 'dossier_event', 'rating', 'shift', 'petition', 'dossier_copy', 'survey_answer', 'unit_task'];
  await warehouse.insert(
    'known_until',
    entities.map((entity) => ({ ...told, entity })),
  );
}
