import { param, type Sql, sql } from '@evenhand/warehouse';
import { findingsOf } from '../findings/findings';
import { reconciliation } from '../reconciliation';
import { type Stores } from '../stores';
import {
  BOOK_GAP,
  CIVIL_STATUS_OUTAGE_MINUTES,
  CRAMPED,
  EXPIRED_SIGNATURE,
  FORMER_UNIT,
  NATIONAL_COPY,
  OUTDATED_BOARD,
  PETITION_LATE,
  PORTAL_OUTAGE_MINUTES,
  ROBOT_POINT,
  SILENT,
  SIMULATED_RANGE,
  SURVEY_DEVICE,
  SURVEYED,
  TRAPS,
  UNCERTIFIED,
  YEN_SO,
} from './planted';

const LAST_DAY = '2026-10-31';
const points = (...codes: readonly string[]): string[] => [...new Set(codes)].sort();
/** Points of which the facts below tell. */
export const REGISTER_POINTS = points(
  ...[BOOK_GAP, PETITION_LATE, UNCERTIFIED, EXPIRED_SIGNATURE, CRAMPED, OUTDATED_BOARD, SURVEYED].flat(),
  ...Object.keys(SILENT),
  ...Object.values(TRAPS),
  NATIONAL_COPY.masks,
  NATIONAL_COPY.forgets,
);

let stores: Stores;

/** The points that a query names, in order. */
const pointsOf = async (query: Sql): Promise<string[]> =>
  (await stores.warehouse.rows<{ point: string }>(sql`SELECT point FROM (${query}) ORDER BY point`)).map(({ point }) => point);

const one = async <Row extends object>(query: Sql): Promise<Row | undefined> => (await stores.warehouse.rows<Row>(query))[0];

/** Facts about the registers and connectors of a simulated city that is loaded when they are looked at. */
export function describeRegisters(loaded: () => Stores): void {
  beforeAll(() => void (stores = loaded()));
  describe('what is planted in the registers of the simulated city', registers);
  describe('the faults of connectors', connectors);
}

function registers(): void {
  it('three points have far more entries in their certification books than dossiers in the system', async () => {
    const entries = sql`
      SELECT point_code AS point, sum(written) AS book, sum(shown) AS system FROM (
        SELECT point_code, entries AS written, 0 AS shown FROM count_of_record
        UNION ALL SELECT point_code, 0, 1 FROM dossier WHERE field_code = 'chung-thuc')
      GROUP BY point`;
    expect(await pointsOf(sql`SELECT point FROM (${entries}) WHERE book >= 5 * system`)).toEqual(points(...BOOK_GAP));
    expect(await pointsOf(sql`SELECT point FROM (${entries}) WHERE book > 2 * system`)).toEqual(points(...BOOK_GAP));
  });

  it('two points answer their petitions late', async () => {
    const rows = await stores.warehouse.rows<{ isLate: boolean; share: number }>(sql`
      SELECT point_code IN ${param('Array(String)', PETITION_LATE)} AS isLate, avg(answered_at > due_at) AS share FROM petition
      WHERE isNotNull(answered_at) GROUP BY isLate ORDER BY isLate`);
    expect(rows[0]?.share).toBeLessThan(0.1);
    expect(rows[1]?.share).toBeGreaterThan(0.25);
  });

  it('contract staff of two points have no valid certificate of information security', async () =>
    expect(
      await pointsOf(sql`
        SELECT DISTINCT point_code AS point FROM staff_posting WHERE staff_class = 'contract' AND NOT staff IN (
          SELECT staff FROM training WHERE course = 'information_security' AND result = 'passed' AND expires_on > ${param('Date', LAST_DAY)})`),
    ).toEqual(points(...UNCERTIFIED)));

  it('one head signs with a certificate that expired', async () =>
    expect(
      await pointsOf(sql`
        SELECT unit_code AS point FROM training WHERE kind = 'certificate' AND expires_on <= ${param('Date', LAST_DAY)} AND staff IN (
          SELECT agent FROM dossier_event WHERE status = 9 AND happened_on > '2026-08-15')`),
    ).toEqual([...EXPIRED_SIGNATURE]));

  it('three points have fewer seats than people who wait, on most days', async () => {
    const waiting = sql`
      SELECT point_code, day, max(waiting) AS peak FROM (
        SELECT point_code, day, sum(change) OVER (PARTITION BY point_code, day ORDER BY at, change ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS waiting
        FROM (
          SELECT point_code, issued_on AS day, issued_at AS at, 1 AS change FROM ticket
          UNION ALL SELECT point_code, issued_on, assumeNotNull(coalesce(first_called_at, left_at)), -1 FROM ticket))
      GROUP BY point_code, day`;
    const crowded = sql`
      SELECT point_code AS point, avg(peak > seats) AS share FROM (${waiting}) AS queue INNER JOIN premises USING point_code GROUP BY point`;
    expect(await pointsOf(sql`SELECT point FROM (${crowded}) WHERE share > 0.5`)).toEqual(points(...CRAMPED));
    expect(await pointsOf(sql`SELECT point FROM (${crowded}) WHERE share > 0.02`)).toEqual(points(...CRAMPED));
  });

  it('the paper boards of two points lag behind', async () =>
    expect(
      await pointsOf(
        sql`SELECT DISTINCT point_code AS point FROM point_setting WHERE has(findings, 'not_in_force') AND setting = 'procedure_list_posted'`,
      ),
    ).toEqual(points(...OUTDATED_BOARD)));

  it('one device fills in forms by itself and lifts the score of its point', async () => {
    const suspects = await stores.warehouse.rows(sql`
      SELECT DISTINCT point_code, device FROM survey_form WHERE is_too_fast OR is_of_busy_device OR is_within_cooldown`);
    expect(suspects).toEqual([{ point_code: SURVEY_DEVICE.point, device: SURVEY_DEVICE.device }]);
    const score = await one<{ all: number; honest: number; answers: number; scored: number }>(sql`
      SELECT avg(score) AS all, avgIf(score, device != ${param('String', SURVEY_DEVICE.device)}) AS honest, count() AS answers, count(score) AS scored
      FROM survey_answer WHERE point_code = ${param('String', SURVEY_DEVICE.point)}`);
    expect(score && score.all - score.honest).toBeGreaterThan(5);
    // "không bị trễ hẹn" is an answer without a score
    expect(score && score.answers > score.scored).toBe(true);
    expect(await pointsOf(sql`SELECT DISTINCT point_code AS point FROM survey_answer`)).toEqual(points(...SURVEYED));
  });

  it('outages last as long as they were planted, and the calls of those hours fail', async () => {
    const minutes = sql`SELECT system, point_code, toUInt32(sum(dateDiff('minute', started_at, ended_at))) AS minutes FROM incident WHERE effect = 'outage' GROUP BY system, point_code ORDER BY system`;
    expect(await stores.warehouse.rows(minutes)).toEqual([
      { system: 'city_portal', point_code: '', minutes: PORTAL_OUTAGE_MINUTES },
      { system: 'civil_status', point_code: YEN_SO, minutes: CIVIL_STATUS_OUTAGE_MINUTES },
    ]);
    // 190 + 90 + 165 minutes fall into October, of which the hours are kept
    const health = await one(sql`
      SELECT sum(down_minutes) AS down, sum(failed_calls) > 30 AS hasFailures FROM system_hour WHERE system = 'civil_status' AND point_code = ${param('String', YEN_SO)}`);
    expect(health).toEqual({ down: 445, hasFailures: 1 });
  });

  it('queue systems of silent points count tickets that no file told of', async () => {
    const counted = sql`
      SELECT point_code, sum(quantity) AS counted FROM activity_count WHERE activity = 'source_ticket' GROUP BY point_code`;
    const told = sql`SELECT point_code, count() AS told FROM ticket WHERE issued_on >= '2026-10-01' GROUP BY point_code`;
    expect(
      await pointsOf(
        sql`SELECT c.point_code AS point FROM (${counted}) AS c INNER JOIN (${told}) AS t USING point_code WHERE counted != told`,
      ),
    ).toEqual(points(...Object.keys(SILENT)));
  });

  it('a change at many points is told for each of them, one for the whole city once', async () =>
    expect(
      await stores.warehouse.rows(
        sql`SELECT kind, countIf(point_code = '') AS ofTheCity, countIf(point_code != '') > 0 AS isAtPoints FROM intervention GROUP BY kind ORDER BY kind`,
      ),
    ).toEqual([
      { kind: 'boundary_change', ofTheCity: 0, isAtPoints: 1 },
      { kind: 'campaign', ofTheCity: 1, isAtPoints: 0 },
      { kind: 'opening_hours', ofTheCity: 0, isAtPoints: 1 },
      { kind: 'reorganisation', ofTheCity: 1, isAtPoints: 0 },
      { kind: 'result_return', ofTheCity: 1, isAtPoints: 0 },
      { kind: 'staff_move', ofTheCity: 0, isAtPoints: 1 },
    ]));

  it('each of the other registers has something to look at', async () => {
    const kinds = await stores.warehouse.rows<{ kind: string }>(sql`
      SELECT DISTINCT kind FROM (
        SELECT kind FROM unit_task UNION ALL SELECT channel FROM inquiry UNION ALL SELECT activity FROM activity_count
        UNION ALL SELECT staff_class FROM shift UNION ALL SELECT metric FROM published_score) ORDER BY kind`);
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'document',
        'interlinked',
        'department_step',
        'hotline',
        'robot',
        'household_visit',
        'account_created',
        'helper',
        'TDGQ',
      ]),
    );
    expect(await pointsOf(sql`SELECT DISTINCT point_code AS point FROM inquiry WHERE channel = 'robot'`)).toEqual([ROBOT_POINT]);
  });

  it('the national copy masks the waiting dossiers of one point and misses a tenth of another’s', async () => {
    const { national, dossiers } = await reconciliation(stores.warehouse, { from: '2026-10-01', to: '2026-10-25' }, 10_000);
    expect(national?.masked).toBeGreaterThan(0);
    expect(national?.missingThere).toBeGreaterThan(0);
    expect(national?.missingHere).toBe(0);
    const at = (kind: string): string[] => [...new Set(dossiers.filter((one) => one.kind === kind).map(({ point }) => point))];
    expect(at('masked')).toEqual([NATIONAL_COPY.masks]);
    expect(at('missing_there')).toEqual([NATIONAL_COPY.forgets]);
    const received = await one<{ n: number }>(
      sql`SELECT count() AS n FROM dossier WHERE point_code = ${param('String', NATIONAL_COPY.forgets)} AND received_on >= '2026-10-01' AND received_on < '2026-10-25'`,
    );
    expect((national?.missingThere ?? 0) / (received?.n ?? NaN)).toBeCloseTo(NATIONAL_COPY.forgottenShare, 1);
  });

  it('nobody gives the worst rating without a reason', async () =>
    expect(
      await one(sql`SELECT countIf(level = 1) > 50 AS hasWorst, countIf(level = 1 AND reason = '') AS withoutReason FROM rating`),
    ).toEqual({
      hasWorst: 1,
      withoutReason: 0,
    }));
}

function connectors(): void {
  const dossiersWhere = (condition: Sql): Promise<string[]> =>
    pointsOf(sql`SELECT DISTINCT point_code AS point FROM dossier WHERE ${condition}`);

  it.each([
    ['masks statuses as settled', sql`status = 9 AND isNull(finished_at)`, TRAPS.masked_status],
    ['invents codes', sql`NOT match(dossier_code, '-[0-9]{4}$')`, TRAPS.random_id],
    ['is due in the middle of the day on which it was settled', sql`finished_on = due_on AND finished_at > due_at`, TRAPS.late_on_the_day],
    ['was returned before it was signed', sql`returned_at < finished_at`, TRAPS.returned_before_signed],
    ['bears the code of a former unit', sql`former_point_code = ${param('String', FORMER_UNIT)}`, TRAPS.old_unit_code],
  ])('%s: at one point', async (_, condition, point) => expect(await dossiersWhere(condition)).toEqual([point]));

  it('dossiers that end before they begin are refused, all of one point', async () =>
    expect(
      await stores.warehouse.rows(
        sql`SELECT DISTINCT reasons, JSONExtractString(raw, 'point_code') AS point FROM quarantine WHERE entity = 'dossier'`,
      ),
    ).toEqual([{ reasons: ['finished_before_received'], point: TRAPS.ended_before_received }]));

  it('dossiers without a due date stand at the two points that lose it', async () =>
    expect(await dossiersWhere(sql`isNull(due_at)`)).toEqual(points(TRAPS.no_due_date, TRAPS.invented_steps)));

  it('steps that nobody took settle dossiers as they come in', async () =>
    expect(await pointsOf(sql`SELECT DISTINCT point_code AS point FROM dossier_event WHERE step = 'ended' AND status = 9`)).toEqual([
      TRAPS.invented_steps,
    ]));

  it('one point has everything digitised, one has every online dossier received when it was submitted', async () => {
    expect(
      await pointsOf(sql`SELECT point_code AS point FROM dossier GROUP BY point HAVING avg(is_digitised) = 1 AND count() > 100`),
    ).toEqual([TRAPS.always_digitised]);
    expect(
      await pointsOf(
        sql`SELECT point_code AS point FROM dossier WHERE channel = 'online' GROUP BY point HAVING avg(submitted_at = received_at) > 0.9`,
      ),
    ).toEqual([TRAPS.submitted_is_received]);
  });

  it.each([
    ['id_not_sequential', TRAPS.random_id],
    ['steps_synthetic', TRAPS.invented_steps],
    ['result_copied_from_input', TRAPS.result_is_input],
    ['always_digitised', TRAPS.always_digitised],
    ['received_when_submitted', TRAPS.submitted_is_received],
    ['late_within_the_day', TRAPS.late_on_the_day],
    ['contact_filler', TRAPS.filler_identity],
    ['settled_without_end', TRAPS.masked_status],
    ['returned_before_finished', TRAPS.returned_before_signed],
  ])('the finding %s stands at the point where it was planted, and nowhere else', async (law, point) => {
    const { zone } = stores.city.settings;
    const found = await findingsOf(stores.warehouse, { ...SIMULATED_RANGE, zone, points: 'all', by: ['point'] });
    expect(found.filter((one) => one.law === law && one.isConspicuous).map((one) => one.point)).toEqual([point]);
  });

  it('one point receives dossiers on holidays', async () =>
    expect(await dossiersWhere(sql`NOT received_on IN (SELECT day FROM working_day) AND toDayOfWeek(received_on) < 6`)).toEqual([
      TRAPS.received_on_holiday,
    ]));
}
