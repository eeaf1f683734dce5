import { sql } from '@evenhand/warehouse';
import { type CodeDimension, type Entity, type Fact } from './fact';

/** Cases added up ahead of the question: one row per day and whatever its columns tell apart. */
export interface RollupFact extends Fact {
  /** The columns that can be added up further. */
  readonly numbers: readonly string[];
  /** Each row is one case of its entity, with the columns of the fact: terms are counted as over the raw rows. */
  readonly holdsCases?: true;
}

const TICKET_COUNTS = ['tickets', 'void_tickets', 'called', 'summoned', 'served', 'no_show', 'abandoned', 'long_waits'] as const;
/** How long people waited, in bins: those who were called, and those whose wait nobody saw end. */
const TICKET_BINS = ['closed_by_system', 'censored', 'wait_bins', 'censored_bins'] as const;
const TICKET_SUMS = [
  ...['wait_sum_ms', 'wait_squares', 'longest_wait_ms'],
  ...['service_n', 'service_sum_ms', 'service_squares', 'serving_n', 'serving_ms'],
] as const;
const DOSSIER_NUMBERS = [
  ...['received', 'due', 'due_on_time', 'first_due', 'first_due_on_time', 'settled', 'settled_sum_ms', 'settled_squares'],
  ...['due_supplemented', 'due_extended'],
  ...['settled_dated', 'settled_on_time', 'settled_due_at', 'settled_on_time_instant', 'settled_on_time_second'],
] as const;

interface Shape {
  readonly entity: Entity;
  readonly table: string;
  readonly by: Readonly<Partial<Record<CodeDimension, string>>>;
  readonly numbers: readonly string[];
  readonly hasHalfHours?: true;
}

const rollup = ({ entity, table, by, numbers, hasHalfHours }: Shape): RollupFact => ({
  entity,
  table,
  day: 'day',
  columns: { point: 'point_code', ...by },
  halfHour: hasHalfHours ? () => sql`half_hour` : null,
  detail: [],
  order: ['day', 'point_code'],
  numbers,
});

const fieldChannelSource = { field: 'field_code', channel: 'channel', source: 'source' } as const;

/** The rollup that tells in a few rows at which points there were cases on which day. */
export const ticketPointDay = rollup({
  entity: 'ticket',
  table: 'ticket_point_day',
  by: {},
  numbers: [...TICKET_COUNTS, ...TICKET_SUMS, ...TICKET_BINS],
});
export const dossierPointDay = rollup({ entity: 'dossier', table: 'dossier_point_day', by: {}, numbers: DOSSIER_NUMBERS });

/** Tickets by what makes them alike, bands of two hours included; it answers comparisons, no other questions. */
export const ticketStratum = rollup({
  entity: 'ticket',
  table: 'ticket_stratum',
  by: { field: 'field_code', channel: 'channel' },
  numbers: ['tickets', 'long_waits', 'called', 'wait_sum_ms', 'wait_squares'],
});

/** Every rollup that answers questions; of those that can answer one, the first is the cheapest. */
export const ROLLUP_FACTS: readonly RollupFact[] = [
  ticketPointDay,
  { ...rollup({ entity: 'queue_slot', table: 'ticket_slot', by: {}, numbers: [], hasHalfHours: true }), holdsCases: true },
  rollup({ entity: 'ticket', table: 'ticket_slot', by: {}, numbers: [...TICKET_COUNTS, ...TICKET_SUMS], hasHalfHours: true }),
  rollup({
    entity: 'ticket',
    table: 'ticket_day',
    by: fieldChannelSource,
    numbers: [...TICKET_COUNTS, ...TICKET_SUMS, ...TICKET_BINS],
  }),
  dossierPointDay,
  rollup({
    entity: 'dossier',
    table: 'dossier_day',
    by: { ...fieldChannelSource, procedure: 'procedure_code' },
    numbers: DOSSIER_NUMBERS,
  }),
];
