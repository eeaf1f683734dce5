import { sql, type Sql } from '@evenhand/warehouse';
import { amount, inForceOn, type InForce } from '../satisfaction/thresholds';

interface TaskMinutes {
  readonly document: number;
  readonly interlinked: number;
}

/** Working minutes of one task; nobody measures them. Proposed: the city decides on them. */
export const TASK_MINUTES: readonly InForce<TaskMinutes>[] = [{ from: null, values: { document: 30, interlinked: 20 } }];

/** Tasks that the staff of a point do: documents, and the civil-status part of an interlinked procedure. Others wait elsewhere. */
export const isOwnTask = sql`(kind = 'document' OR (kind = 'interlinked' AND unit = 'civil_status'))`;

/** The standard time of a task in milliseconds. */
export const taskMs: Sql = inForceOn(
  sql`assigned_on`,
  TASK_MINUTES,
  ({ document, interlinked }) => sql`toInt64(60000 * if(kind = 'document', ${amount(document)}, ${amount(interlinked)}))`,
);
