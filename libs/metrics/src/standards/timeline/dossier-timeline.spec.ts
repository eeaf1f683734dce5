import { wholeCity } from '@evenhand/domain';
import { openWarehouse, sql, type Warehouse } from '@evenhand/warehouse';
import { at, on } from '../declare';
import { WORKING_WEEK } from '../example-week';
import { dossierTimeline } from './dossier-timeline';
import { dossierOf } from './timeline-sql';

const HOUR = 3_600_000;
const iso = (text: string): string => new Date(at(text)).toISOString();
const step = (id: string, happened: string, status: number, agentClass = 'civil_servant'): object => ({
  source: 'national',
  dossier_code: 'H1',
  step_id: id,
  step: `Bước ${id}`,
  point_code: 'P',
  unit: 'VP',
  agent: 'A',
  agent_class: agentClass,
  happened_at: at(happened),
  happened_on: on(happened.slice(0, 2)),
  status,
});
const told = (due: string, run: number, toldAt: string | null): object => ({
  ...{ source: 'national', dossier_code: 'H1', point_code: 'P', key_hash: 7, run_id: run, file: 'a', line: 1 },
  ...{ received_at: at('05 09:00'), received_on: on('05'), due_at: at(due), ...(toldAt && { told_at: at(toldAt) }) },
});

/**
 * Received on Monday at 09:00, three working days: due on Thursday at 17:00. Stopped on Tuesday 10:00 until Wednesday 10:00,
 * which moves the limit by a day; finished on Friday at 16:00.
 */
const DOSSIER = {
  ...{ source: 'national', dossier_code: 'H1', point_code: 'P', procedure_code: 'three-days', channel: 'direct', key_hash: 7, status: 9 },
  ...{
    received_at: at('05 09:00'),
    received_on: on('05'),
    first_due_at: at('08 17:00'),
    due_at: at('09 17:00'),
    finished_at: at('09 16:00'),
  },
  ...{ supplement_requests: 1 },
};

describe('the timeline of a dossier', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await openWarehouse('memory');
    for (const [table, rows] of Object.entries(WORKING_WEEK)) await warehouse.insert(table, rows);
    await warehouse.insert('dossier', [
      DOSSIER,
      { ...DOSSIER, dossier_code: 'H2', key_hash: 8 },
      { ...DOSSIER, dossier_code: 'H2', source: 'other', key_hash: 9 },
    ]);
    await warehouse.insert('dossier_event', [
      step('1', '05 11:00', 4),
      step('2', '06 10:00', 5),
      step('3', '07 10:00', 4),
      step('4', '09 16:00', 9),
    ]);
    await warehouse.insert('dossier_version', [told('08 17:00', 1, null), told('09 17:00', 2, '07 10:00')]);
    await warehouse.insert(
      'publication',
      [1, 2].map((run) => ({ run_id: run, entity: 'dossier', source: 'national', published_at: at('20 08:00') })),
    );
    await warehouse.insert('known_until', [
      { entity: 'dossier', source: 'national', run_id: 2, latest_at: at('20 08:00'), published_at: at('20 08:00') },
    ]);
  });
  afterAll(() => warehouse.close());

  it('tells in order what happened, with the working time that the clock used', async () => {
    const { entries } = await dossierTimeline(warehouse, { code: 'H1' }, wholeCity);
    expect(
      entries.map(({ at: when, kind, clockRan, workingMs, usedMs }) => [
        when,
        kind,
        clockRan,
        (workingMs ?? 0) / HOUR,
        (usedMs ?? 0) / HOUR,
      ]),
    ).toEqual([
      [iso('05 09:00'), 'received', false, 0, 0],
      [iso('05 09:00'), 'promised', true, 0, 0],
      [iso('05 11:00'), 'step', true, 2, 2],
      // 11–12, 13–17 and 8–10
      [iso('06 10:00'), 'step', true, 7, 9],
      [iso('06 10:00'), 'clock_stopped', false, 0, 9],
      // a working day, in which the clock stood still
      [iso('07 10:00'), 'step', false, 8, 9],
      [iso('07 10:00'), 'clock_runs', false, 0, 9],
      [iso('07 10:00'), 'due_moved', false, 0, 9],
      // Wed 10–12 and 13–17, Thu 8, Fri 8–12 and 13–16
      [iso('09 16:00'), 'step', true, 21, 30],
      [iso('09 16:00'), 'finished', true, 0, 30],
      [iso('09 17:00'), 'fell_due', false, 1, 30],
    ]);
  });

  it('says by how much a due date was moved, and who did a step', async () => {
    const { entries } = await dossierTimeline(warehouse, { code: 'H1' }, wholeCity);
    expect(entries.find(({ kind }) => kind === 'due_moved')?.due).toEqual({
      before: iso('08 17:00'),
      after: iso('09 17:00'),
      isWhenLearnt: false,
    });
    expect(entries.find(({ step: one }) => one?.id === '2')?.step).toMatchObject({
      step: 'Bước 2',
      status: 5,
      agentClass: 'civil_servant',
      unit: 'VP',
    });
  });

  it('counts the limit of the procedure with and without the stops', async () => {
    const { limit, toldUntil } = await dossierTimeline(warehouse, { code: 'H1' }, wholeCity);
    expect(limit).toEqual({ unit: 'working_days', count: 3, endsAt: iso('08 17:00'), endsWithStopsAt: iso('09 17:00') });
    expect(toldUntil).toBe(iso('20 08:00'));
  });

  it('asks which source is meant where several tell of one', async () => {
    await expect(dossierTimeline(warehouse, { code: 'H2' }, wholeCity)).rejects.toThrow(
      'Several sources tell of a dossier "H2": national, other.',
    );
    expect((await dossierTimeline(warehouse, { code: 'H2', source: 'other' }, wholeCity)).dossier.source).toBe('other');
  });

  it('shows nothing beyond the scope', async () => {
    await expect(dossierTimeline(warehouse, { code: 'H1' }, { points: ['Q'] })).rejects.toThrow('There is no dossier "H1".');
    await expect(dossierTimeline(warehouse, { code: 'H1' }, { points: [] })).rejects.toThrow('There is no dossier "H1".');
  });

  it('is found by its code without reading every code of the city', async () => {
    const many = sql`INSERT INTO dossier (source, dossier_code, point_code, received_at, received_on, key_hash)
      SELECT 'national', concat('M', toString(number)), toString(number % 50), toDateTime64('2025-03-03 02:00:00', 3, 'UTC'), '2025-03-03', 100 + number FROM numbers(100000)`;
    await warehouse.run(many);
    const plan = await warehouse.rows<{ explain: string }>(sql`EXPLAIN indexes = 1 ${dossierOf('M4711', undefined, wholeCity)}`);
    const text = plan.map(({ explain }) => explain).join('\n');
    // Of more than a dozen granules of 8,192 rows, those that may hold the code.
    const [, kept, all] = text.slice(text.indexOf('by_code')).match(/Granules: (\d+)\/(\d+)/) ?? [];
    expect(Number(all)).toBeGreaterThanOrEqual(12);
    expect(Number(kept)).toBeLessThanOrEqual(3);
  });
});
