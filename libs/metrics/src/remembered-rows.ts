import { param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { Remembered } from './remembered';
import type { ResultRow } from './results';

/** Everything an answer can rest on. */
export const WATCHED_TABLES = [
  'ticket',
  'ticket_day',
  'ticket_point_day',
  'ticket_slot',
  'ticket_stratum',
  'dossier',
  'dossier_day',
  'dossier_point_day',
  'dossier_event',
  'rating',
  'shift',
  'survey_answer',
  'unit_task',
  'staff_posting',
  'activity_count',
  'published_score',
  'intervention',
  'petition',
  'point_setting',
  'premises',
  'training',
  'procedure_limit',
  'working_time_day',
  'service_point',
  'working_day',
  'point_working_time',
  'working_stretch',
  'open_rest_day',
  'feed_day',
  'feed_contract',
  'known_until',
  'publication',
] as const;

/** Some 20 MB; a statement's text weighs as much as ten rows. */
const MOST_ROWS = 60_000;
const OF_TEXT = 10;
const MOST_ROWS_EACH = 5_000;

// Whatever is written, swapped in or taken out gets blocks of higher numbers, or goes with its partition; what the engine
// merges in the background keeps them. A table that is exchanged for another stands in another folder.
const stateOfData = sql`
  SELECT toString(sum(state)) AS version, sumIf(rows, table = 'ticket') AS tickets,
    groupArray((toString(table), partition_id, toString(state))) AS partitions
  FROM (
    SELECT table, replaceOne(path, name, '') AS folder, partition_id, sum(rows) AS rows,
      cityHash64(folder, partition_id, max(max_block_number), max(toUInt64OrZero(splitByChar('_', name)[5]))) AS state
    FROM system.parts
    WHERE database = currentDatabase() AND active AND table IN ${param('Array(String)', WATCHED_TABLES)}
    GROUP BY table, folder, partition_id
  )`;

/** What the data is at a moment. */
export interface DataState {
  /** Changes whenever anything does. */
  readonly version: string;
  readonly tickets: number;
  /** By table the versions of its partitions, by their names. */
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

interface StateRow extends Pick<DataState, 'version' | 'tickets'> {
  readonly partitions: readonly (readonly [table: string, partition: string, version: string])[];
}

function stateIn(row: StateRow | undefined): DataState {
  const parts = new Map<string, Map<string, string>>();
  for (const [table, partition, version] of row?.partitions ?? []) {
    const known = parts.get(table) ?? new Map<string, string>();
    parts.set(table, known.set(partition, version));
  }
  return { version: row?.version ?? '', tickets: row?.tickets ?? 0, parts };
}

/**
 * Runs each statement once for each state of the data. A page asks the same coverage ten times, and people ask for the same
 * page again; between two loads the answer cannot change.
 */
export class RememberedRows {
  private readonly remembered = new Remembered<readonly ResultRow[]>({
    most: MOST_ROWS,
    mostEach: MOST_ROWS_EACH,
    weightOf: (rows) => OF_TEXT + rows.length,
  });
  private asking: Promise<DataState> | null = null;
  private seen: { readonly writes: number; readonly state: DataState } | null = null;

  constructor(private readonly warehouse: Warehouse) {}

  /** The state that the data is in. Questions asked at the same moment share one look; where nobody wrote, the last one counts. */
  async state(): Promise<DataState> {
    const { writes, isEmbedded } = this.warehouse;
    if (isEmbedded && this.seen?.writes === writes) return this.seen.state;
    this.asking ??= this.warehouse.rows<StateRow>(stateOfData).then(([row]) => stateIn(row));
    try {
      const state = await this.asking;
      this.seen = { writes, state };
      return state;
    } finally {
      this.asking = null;
    }
  }

  /** The rows of a statement in that state of the data, or a later one; `run` is asked where nobody has asked before. */
  rows(
    version: string,
    statement: Sql,
    run: (statement: Sql) => Promise<readonly ResultRow[]> = (asked) => this.warehouse.rows<ResultRow>(asked),
  ): Promise<readonly ResultRow[]> {
    return this.remembered.get(`${version} ${JSON.stringify(statement.render())}`, () => run(statement));
  }
}
