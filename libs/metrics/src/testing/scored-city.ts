import { dossierRow, type DossierCase, eventRow, knownRow, pointRow } from './case-rows';
import { dayIn } from './city';
import type { TestWarehouse } from './test-warehouse';

const at = (day: string): string => `2026-${day}T03:00:00Z`;

interface ScoredDossier extends Omit<DossierCase, 'point' | 'received' | 'due' | 'finished'> {
  readonly code: string;
  readonly point?: string;
  readonly received: string;
  readonly due?: string;
  readonly finished?: string;
  readonly more?: object;
}

let keys = 0;

const dossier = ({ code, point = 'P1', received, due, finished, more = {}, ...rest }: ScoredDossier): object => ({
  ...dossierRow({ ...rest, point, received: at(received), due: due ? at(due) : null, finished: finished ? at(finished) : null }),
  dossier_code: code,
  key_hash: ++keys,
  ...more,
});

const RESULT = { has_electronic_result: 1 };
const DIGITISED = { is_digitised: 1 };
const FEE = { fee: 10 };
const PAID = { ...FEE, is_paid_online: 1 };

/** Twelve dossiers of the point P1 and one of P2, around September 2026. */
const DOSSIERS = [
  // In time, online, paid online, digitised, with its result.
  {
    code: 'H1',
    received: '09-01',
    due: '09-05',
    finished: '09-04',
    channel: 'online',
    more: { ...RESULT, ...DIGITISED, ...PAID, procedure_code: 'A' },
  },
  // A day late, online without a result, its fee paid at the counter.
  { code: 'H2', received: '09-02', due: '09-05', finished: '09-06', channel: 'online', more: { ...FEE, procedure_code: 'B' } },
  // In time and asked to supplement twice: overdue. Its result is the first paper submitted.
  {
    ...{ code: 'H3', received: '09-03', due: '09-10', finished: '09-09', channel: 'direct' },
    more: { ...RESULT, ...DIGITISED, supplement_requests: 2, is_result_copied: 1 },
  },
  // Open and within time as September ends.
  { code: 'H4', received: '09-20', due: '10-05', channel: 'online', more: { ...PAID, procedure_code: 'A' } },
  // Open and late.
  { code: 'H5', received: '09-20', due: '09-25', channel: 'direct' },
  // Received in August, settled in September on its due day.
  { code: 'H6', received: '08-20', due: '09-10', finished: '09-10', channel: 'post', more: RESULT },
  // Open through September: neither received nor ended in it.
  { code: 'H7', received: '08-01', due: '08-10' },
  // Without a due date, of a procedure without a limit.
  { code: 'H8', received: '09-10', finished: '09-12', channel: 'direct', more: { ...DIGITISED, procedure_code: 'C' } },
  // Behind its due day by less than the citizen took to supplement, and the source never moved the due day.
  {
    ...{ code: 'H9', received: '09-15', due: '09-18', finished: '09-22', channel: 'direct' },
    more: { ...RESULT, ...DIGITISED, supplement_requests: 1, paused_ms: 5 * 86_400_000 },
  },
  // Waits for its first supplement since 17 September: the request ends the count.
  { code: 'H10', received: '09-16', due: '09-20', status: 5, channel: 'online', more: { supplement_requests: 1 } },
  // Refused: decided in time, never received.
  { code: 'H11', received: '09-11', due: '09-15', finished: '09-11', status: 3 },
  // Merely submitted.
  { code: 'H12', received: '09-11', due: '09-15', status: 1 },
  { code: 'H13', point: 'P2', received: '09-01', due: '09-05', finished: '09-04', channel: 'online', more: { ...RESULT, ...DIGITISED } },
] as const satisfies readonly ScoredDossier[];

interface Petition {
  readonly id: string;
  readonly received: string;
  readonly due?: string;
  readonly answered?: string;
  readonly more?: object;
}

const petition = ({ id, received, due, answered, more = {} }: Petition): object => ({
  ...{ source: 'desk', petition_id: id, point_code: 'P1', kind: 'procedure', file: 'desk.csv', line: ++keys, key_hash: ++keys },
  ...{
    received_at: at(received),
    received_on: dayIn(at(received)),
    due_at: due ? at(due) : null,
    answered_at: answered ? at(answered) : null,
  },
  ...more,
});

const PETITIONS: readonly Petition[] = [
  { id: 'Q1', received: '09-01', due: '09-20', answered: '09-10' },
  // Late, about staff, and found to be right.
  { id: 'Q2', received: '09-02', due: '09-20', answered: '09-25', more: { kind: 'attitude', is_upheld: 1 } },
  // Never answered.
  { id: 'Q3', received: '09-05', due: '09-24' },
  // Received in August, answered late in September.
  { id: 'Q4', received: '08-10', due: '08-28', answered: '09-02', more: { dossier_code: 'H6' } },
  { id: 'Q5', received: '09-07', due: '09-28', answered: '09-20', more: { is_dissatisfied: 1 } },
  { id: 'Q6', received: '09-08', due: '09-29', answered: '09-21', more: { is_repeat: 1 } },
  // Forwarded; how many working days that took is known where there is a calendar.
  { id: 'Q7', received: '09-10', due: '10-01', more: { forwarded_at: at('09-11') } },
];

const rating = (id: string, more: object): object => ({
  ...{ source: 'kiosk', rating_id: id, point_code: 'P1', rated_at: at('09-21'), rated_on: '2026-09-21', level: 1, scale: 3, ...more },
});

const copy = (code: string, received: string): object => ({
  ...{ source: 'portal', dossier_code: code, point_code: 'P1', status: 9, received_at: at(received), received_on: dayIn(at(received)) },
});

const board = (setting: string, version: string): object => ({
  ...{ source: 'boards', point_code: 'P1', setting, noted_on: '2026-09-01', version, current_version: 'D2', procedures: 400 },
});

const published = (metric: string, score: number, max: number, counts: object): object => ({
  ...{ source: 'portal', unit_code: '00004', metric, period_from: '2026-09-01', period_to: '2026-10-01', score, max_score: max },
  ...{ published_on: '2026-10-05', ...counts },
});

const TABLES = ['petition', 'dossier_copy', 'activity_count', 'point_setting', 'published_score', 'feed_day', 'unit_task'] as const;

/** Fills a warehouse with two wards, small enough to be counted by hand. */
export async function fillScoredCity(store: TestWarehouse): Promise<void> {
  await store.fill({
    dossier: DOSSIERS.map(dossier),
    dossier_event: [{ ...eventRow('P1', at('09-17')), dossier_code: 'H10', status: 5, step_due_at: null }],
    rating: [rating('R1', { dossier_code: 'H1' }), rating('R2', { ticket_id: 'T1' }), rating('R3', { dossier_code: 'H9', level: 3 })],
    ticket: [
      {
        source: 'queue',
        ticket_id: 'T1',
        point_code: 'P1',
        dossier_code: 'H4',
        issued_at: at('09-20'),
        issued_on: '2026-09-20',
        outcome: 'served',
      },
    ],
    // Of P3 nothing was ever told.
    service_point: [pointRow('P1', '00004', 'B1'), pointRow('P2', '00008', 'B1'), pointRow('P3', '00025', 'B1')],
    working_day: ['2026-09-01', '2026-09-02'],
    known_until: ['dossier', 'petition', 'rating', 'dossier_copy', 'activity_count', 'point_setting'].map((entity) =>
      knownRow(entity, 'office', at('10-20')),
    ),
  });
  const tables: Readonly<Record<(typeof TABLES)[number], readonly object[]>> = {
    petition: PETITIONS.map(petition),
    // The copy covers 1 to 21 September: a dossier may take a day.
    dossier_copy: [...['H1', 'H2', 'H3', 'H4', 'H5'].map((code, index) => copy(code, `09-0${index + 1}`)), copy('X', '09-22')],
    activity_count: [
      { source: 'copies', point_code: 'P1', counted_on: '2026-09-10', activity: 'electronic_copy_issued', quantity: 8 },
      { source: 'copies', point_code: 'P1', counted_on: '2026-09-11', activity: 'electronic_copy_refused', quantity: 2 },
    ],
    point_setting: [board('procedure_list_posted', 'D1'), board('procedure_list_electronic', 'D2')],
    published_score: [published('TDGQ', 14, 20, { numerator: 7, denominator: 10 }), published('4.1', 5, 6, {})],
    // The feed of P2 told one dossier on a day on which 4.2 are usual.
    feed_day: [{ source: 'office', entity: 'dossier', point_code: 'P2', day: '2026-09-08', state: 'thin', expected: 3.2, arrived: 1 }],
    unit_task: [],
  };
  for (const table of TABLES) await store.warehouse.insert(table, tables[table]);
}

/** September 2026 with Monday to Friday, eight hours each: the clocks of P1, and a limit of three working days for procedure C. */
export async function fillWorkingTime({ warehouse }: TestWarehouse): Promise<void> {
  const days = Array.from({ length: 30 }, (_, index) => `2026-09-${String(index + 1).padStart(2, '0')}`);
  const isWorking = days.map((day) => ![0, 6].includes(new Date(day).getUTCDay()));
  const ends = (day: string | undefined): string | null => (day === undefined ? null : `${day}T10:00:00Z`);
  await warehouse.insert('point_working_time', [{ point_code: '', working_time: 7 }]);
  await warehouse.insert('procedure_limit', [
    { procedure_code: 'C', channel: '', valid_from: '2020-01-01', valid_to: '2100-01-01', unit: 'working_days', limit_count: 3 },
  ]);
  await warehouse.insert(
    'working_time_day',
    days.map((day, index) => {
      const lands = days.find((other, at) => at >= index && isWorking[at]);
      const until = isWorking.slice(0, index + 1).filter(Boolean).length;
      return {
        ...{ working_time: 7, day, starts_at: `2026-09-${day.slice(8)}T01:00:00Z`, ends_at: ends(day), same_day_until_at: ends(day) },
        ...{ is_working: isWorking[index], is_holiday: 0, is_open: isWorking[index], first_day_counts: 0 },
        ...{ working_days: until, days_but_holidays: index + 1, open_after: null, lands_on: lands ?? null, lands_at: ends(lands) },
        ...{ landed_before: null, landed_working_days: 0, landed_days_but_holidays: 0 },
      };
    }),
  );
}
